package org.openbits.shell.language;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which language a statement is in: decided by its first token, never by what is on PATH. Pure.
 *
 * <p>Groovy is what begins with one of Groovy's own words (a class or an enumeration only if it cannot be PowerShell's:
 * {@link ClassText}), with an annotation, with a quoted method name
 * before a parenthesis, or with a bare word that is no command and
 * is followed by {@code .}, {@code (}, {@code [}, {@code =} or a blank and an opening brace. All else is PowerShell, so an
 * unknown word is PowerShell's "command not found" and never an error of Groovy.
 */
final class LanguageChoice {

    private static final Set<String> GROOVY_WORDS = Set.of(
            "def",
            "import",
            "package",
            "class",
            "interface",
            "enum",
            "trait",
            "record",
            "print",
            "println",
            "assert",
            "new",
            "final",
            "static");

    private static final Set<String> POWERSHELL_WORDS = Set.of(
            "begin",
            "break",
            "catch",
            "clean",
            "continue",
            "data",
            "do",
            "dynamicparam",
            "else",
            "elseif",
            "end",
            "exit",
            "filter",
            "finally",
            "for",
            "foreach",
            "from",
            "function",
            "hidden",
            "if",
            "in",
            "param",
            "process",
            "return",
            "switch",
            "throw",
            "trap",
            "try",
            "until",
            "using",
            "while",
            "workflow");

    private LanguageChoice() {}

    /**
     * The language of the statement that begins at {@code offset}, which is no blank.
     *
     * @param isCommand whether a word is a cmdlet, an alias or a function
     */
    static Language of(String text, int offset, Predicate<String> isCommand) {
        char first = text.charAt(offset);
        if (first == '@') {
            return Character.isJavaIdentifierStart(charAt(text, offset + 1)) ? Language.GROOVY : Language.POWERSHELL;
        }
        if (first == '\'') {
            return isQuotedMethod(text, offset) ? Language.GROOVY : Language.POWERSHELL;
        }
        int end = endOfWord(text, offset);
        if (end == offset || charAt(text, end) == '-') {
            return Language.POWERSHELL;
        }
        String word = text.substring(offset, end);
        if (GROOVY_WORDS.contains(word)) {
            boolean isEnum = word.equals("enum");
            return (isEnum || word.equals("class")) && ClassText.isPowerShell(text, end, isEnum)
                    ? Language.POWERSHELL
                    : Language.GROOVY;
        }
        if (!isGroovyAfterWord(text, end)
                || POWERSHELL_WORDS.contains(word.toLowerCase(Locale.ROOT))
                || isCommand.test(word)) {
            return Language.POWERSHELL;
        }
        return Language.GROOVY;
    }

    /** {@code 'Start-BitsTransfer'(source: url)}: a call by the command's own name, which PowerShell cannot mean. */
    private static boolean isQuotedMethod(String text, int offset) {
        int end = offset + 1;
        while (Character.isLetterOrDigit(charAt(text, end)) || charAt(text, end) == '-') {
            end++;
        }
        return charAt(text, end) == '\'' && charAt(text, end + 1) == '(';
    }

    private static boolean isGroovyAfterWord(String text, int end) {
        char next = charAt(text, end);
        if (next == '(' || next == '[') {
            return true;
        }
        if (next == '.' || next == '?' && charAt(text, end + 1) == '.') {
            char member = charAt(text, next == '.' ? end + 1 : end + 2);
            return Character.isJavaIdentifierStart(member) || member == '"' || member == '\'' || member == '@';
        }
        int token = end;
        while (charAt(text, token) == ' ' || charAt(text, token) == '\t') {
            token++;
        }
        if (charAt(text, token) == '{') {
            return token > end;
        }
        return charAt(text, token) == '=' && charAt(text, token + 1) != '=';
    }

    private static int endOfWord(String text, int offset) {
        int end = offset;
        if (!Character.isLetter(charAt(text, end)) && charAt(text, end) != '_') {
            return offset;
        }
        while (Character.isLetterOrDigit(charAt(text, end)) || charAt(text, end) == '_') {
            end++;
        }
        return end;
    }

    private static char charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
