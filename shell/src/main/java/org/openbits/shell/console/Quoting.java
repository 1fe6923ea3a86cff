package org.openbits.shell.console;

/** Puts PowerShell's quotes around words that need them, and takes them off. Pure. */
final class Quoting {

    private static final String SPECIAL = " \t'\"`$;|&(){}<>,@#";

    private Quoting() {}

    /** Without an opening quote, with doubled single quotes made one. */
    static String unquoted(String word) {
        if (word.startsWith("'")) {
            String inner = word.substring(1);
            return (inner.endsWith("'") ? inner.substring(0, inner.length() - 1) : inner).replace("''", "'");
        }
        return word.startsWith("\"") ? word.substring(1).replace("\"", "") : word;
    }

    /** As it can stand on a command line; a word that is typed in quotes keeps them. */
    static String quoted(String word, String typed, boolean isComplete) {
        boolean named = word.startsWith("$") || word.startsWith("-");
        boolean special = !named && (word.isEmpty() || word.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0));
        if (typed.startsWith("\"") && word.indexOf('$') < 0 && word.indexOf('`') < 0 && word.indexOf('"') < 0) {
            return "\"" + word + (isComplete ? "\"" : "");
        }
        if (!special && !typed.startsWith("'")) {
            return word;
        }
        return "'" + word.replace("'", "''") + (isComplete ? "'" : "");
    }
}
