package org.openbits.shell.language;

import java.util.regex.Pattern;

/** Finds the end of a Groovy statement: a newline or semicolon outside brackets that no operator carries over. */
final class GroovyScanner extends Scanner {

    /** A line that ends so goes on in the next. */
    private static final String[] CARRIED_BEFORE = {
        ",", ".", "+", "-", "*", "/", "%", "=", "&", "|", "^", "<", ">", "?", ":", "!", "\\"
    };

    /** A line that begins so goes on with the one before. */
    private static final String[] CARRIED_AFTER = {".", "?.", "*.", "&&", "||", "? ", ": "};

    /** Behind these a slash begins a pattern; elsewhere it divides. */
    private static final String BEFORE_PATTERN = "=(,[{:!&|?~;+<>\n";

    /** {@code def f()} and {@code class A} may have their body on the next line. */
    private static final Pattern DECLARATION =
            Pattern.compile("(?:@\\w+\\s*)*(?:def|class|interface|enum|trait|record|static|final)\\b[^={]*");

    private final int start;

    /** Behind the last quoted text: its closing slash is no operator. */
    private int behindQuoted;

    GroovyScanner(String text, int from) {
        super(text, from);
        this.start = from;
    }

    @Override
    boolean endsAt(int offset) {
        if (text.charAt(offset) == ';') {
            return true;
        }
        String before = text.substring(start, significant);
        if (significant > behindQuoted && endsWithAny(before) && !before.endsWith("++") && !before.endsWith("--")) {
            return false;
        }
        int next = offset;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        for (String carried : CARRIED_AFTER) {
            if (text.startsWith(carried, next)) {
                return false;
            }
        }
        return !text.startsWith("{", next) || !DECLARATION.matcher(before).matches();
    }

    @Override
    boolean skipComment() {
        if (looksAt("//") || looksAt("#!") && at == 0) {
            skipLine();
            return true;
        }
        if (looksAt("/*")) {
            skipBehind("*/");
            return true;
        }
        return false;
    }

    @Override
    void skipToken(char c) {
        if (looksAt("'''") || looksAt("\"\"\"")) {
            readQuoted(text.substring(at, at + 3), c == '"', true);
        } else if (c == '\'' || c == '"') {
            readQuoted(String.valueOf(c), c == '"', false);
        } else if (looksAt("$/")) {
            at += 2;
            skipBehind("/$");
            behindQuoted = at;
        } else if (c == '/' && isPatternStart()) {
            readQuoted("/", true, true);
        } else {
            at++;
        }
    }

    private void readQuoted(String quote, boolean expands, boolean spansLines) {
        at += quote.length();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (looksAt(quote)) {
                at += quote.length();
                behindQuoted = at;
                return;
            }
            if (c == '\n' && !spansLines) {
                return;
            }
            if (c == '\\') {
                skipEscaped();
            } else if (expands && looksAt("${")) {
                at++;
                readBracketed();
            } else {
                at++;
            }
        }
        isOpen |= spansLines;
    }

    private boolean isPatternStart() {
        int before = at - 1;
        while (before >= start && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < start || BEFORE_PATTERN.indexOf(text.charAt(before)) >= 0;
    }

    private static boolean endsWithAny(String before) {
        for (String carried : CARRIED_BEFORE) {
            if (before.endsWith(carried)) {
                return true;
            }
        }
        return false;
    }
}
