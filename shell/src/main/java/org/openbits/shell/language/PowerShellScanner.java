package org.openbits.shell.language;

/** Finds the end of a PowerShell statement, well enough to see where a Groovy one could begin. */
final class PowerShellScanner extends Scanner {

    PowerShellScanner(String text, int from) {
        super(text, from);
    }

    @Override
    boolean endsAt(int offset) {
        return true;
    }

    @Override
    boolean skipComment() {
        if (looksAt("<#")) {
            skipBehind("#>");
            return true;
        }
        if (looksAt("#") && isTokenStart()) {
            skipLine();
            return true;
        }
        return false;
    }

    @Override
    void skipToken(char c) {
        if (c == '`') {
            skipEscaped();
        } else if (looksAt("@'") && isHereString()) {
            skipBehind("\n'@");
        } else if (looksAt("@\"") && isHereString()) {
            skipBehind("\n\"@");
        } else if (c == '\'') {
            at++;
            skipBehind("'");
        } else if (c == '"') {
            at++;
            readExpandable();
        } else {
            at++;
        }
    }

    private void readExpandable() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '`') {
                skipEscaped();
            } else if (looksAt("$(")) {
                at++;
                readBracketed();
            } else {
                at++;
                if (c == '"') {
                    return;
                }
            }
        }
        isOpen = true;
    }

    private boolean isTokenStart() {
        return at == 0 || " \t\r\n;(){}|&,".indexOf(text.charAt(at - 1)) >= 0;
    }

    private boolean isHereString() {
        int next = at + 2;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '\n';
    }
}
