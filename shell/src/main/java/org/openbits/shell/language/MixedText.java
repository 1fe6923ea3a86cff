package org.openbits.shell.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text of both languages into pieces of one language each. Neighbouring PowerShell statements stay together, so a
 * text without Groovy is one piece, unchanged. Pure.
 */
public final class MixedText {

    private static final Pattern FUNCTION =
            Pattern.compile("\\b(?:function|filter)\\s+(?:\\w+:)?([\\w-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORCED_BLOCK = Pattern.compile("groovy\\s*\\{", Pattern.CASE_INSENSITIVE);
    private static final String FORCED_LINE = ":g ";

    private final String text;
    private final Predicate<String> isCommand;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private MixedText(String text, Predicate<String> isCommand) {
        this.text = text;
        Set<String> functions = functionsOf(text);
        this.isCommand = word -> functions.contains(word.toLowerCase(Locale.ROOT)) || isCommand.test(word);
    }

    /**
     * Statements of one language that follow each other.
     *
     * @param language their language
     * @param text their source
     * @param offset where it stands in the whole text
     * @param isComplete false when a quote, comment or bracket is still open (of Groovy; PowerShell's parser knows better)
     */
    public record Piece(Language language, String text, int offset, boolean isComplete) {}

    /**
     * Cuts a text.
     *
     * @param isCommand whether a word is a cmdlet, an alias or a function; functions that the text itself declares count
     */
    public static List<Piece> split(String text, Predicate<String> isCommand) {
        MixedText mixed = new MixedText(text, isCommand);
        mixed.split();
        return mixed.pieces;
    }

    private void split() {
        int powerShell = 0;
        while (true) {
            skipBetween();
            if (at >= text.length()) {
                break;
            }
            int start = at;
            Piece groovy = groovyAt(start);
            if (groovy == null) {
                advance(new PowerShellScanner(text, start));
                continue;
            }
            addPowerShell(powerShell, start);
            pieces.add(groovy);
            powerShell = at;
        }
        addPowerShell(powerShell, text.length());
    }

    private @Nullable Piece groovyAt(int start) {
        if (text.startsWith(FORCED_LINE, start)) {
            return read(start + FORCED_LINE.length());
        }
        Matcher block = FORCED_BLOCK.matcher(text).region(start, text.length());
        if (block.lookingAt()) {
            GroovyScanner scanner = new GroovyScanner(text, block.end() - 1);
            scanner.readBracketed();
            at = scanner.at;
            int end = scanner.isOpen ? at : at - 1;
            return new Piece(Language.GROOVY, text.substring(block.end(), end), block.end(), !scanner.isOpen);
        }
        return LanguageChoice.of(text, start, isCommand) == Language.GROOVY ? read(start) : null;
    }

    private Piece read(int start) {
        GroovyScanner scanner = new GroovyScanner(text, start);
        advance(scanner);
        return new Piece(Language.GROOVY, text.substring(start, at), start, !scanner.isOpen);
    }

    private void advance(Scanner scanner) {
        scanner.readStatement();
        at = scanner.at;
    }

    private void addPowerShell(int from, int to) {
        String part = text.substring(from, to);
        if (!part.isBlank()) {
            pieces.add(new Piece(Language.POWERSHELL, part, from, true));
        }
    }

    /** Passes over blanks, separators and PowerShell's comments between statements. */
    private void skipBetween() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == ';') {
                at++;
            } else if (c == '#') {
                int newline = text.indexOf('\n', at);
                at = newline < 0 ? text.length() : newline;
            } else if (text.startsWith("<#", at)) {
                int end = text.indexOf("#>", at);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    private static Set<String> functionsOf(String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = FUNCTION.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
