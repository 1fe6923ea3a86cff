package org.openbits.shell.console;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;
import org.openbits.shell.language.Language;
import org.openbits.shell.language.Lexeme;
import org.openbits.shell.language.MixedText;
import org.openbits.shell.language.Parser;

/**
 * Colours a line of either language. PowerShell by what the parser takes each piece for, a command that does not exist in
 * red; Groovy by its words, as its own parser takes too long for each key.
 */
final class LineHighlighter implements Highlighter {

    private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle UNKNOWN = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle PARAMETER = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle VARIABLE = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle STRING = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle KEYWORD = AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    /** What stands open to the end of the text counts as closed there. */
    private static final Pattern GROOVY = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))"
            + "|(?<string>'''(?s:.*?)(?:'''|\\z)|\"\"\"(?s:.*?)(?:\"\"\"|\\z)"
            + "|'(?:\\\\.|[^'\\\\\\n])*'?|\"(?:\\\\.|[^\"\\\\\\n])*\"?)"
            + "|(?<keyword>\\b(?:as|assert|boolean|break|case|catch|class|continue|def|default|do|double|else|enum"
            + "|extends|false|final|finally|for|if|implements|import|in|instanceof|int|interface|long|new|null"
            + "|return|static|super|switch|this|throw|throws|trait|true|try|var|void|while)\\b)"
            + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)");

    private final Predicate<String> isCommand;
    private final Predicate<String> exists;
    private final Predicate<String> isMethod;

    /**
     * @param isCommand whether a word is a cmdlet, an alias or a function
     * @param exists whether it can be called at all: one of these, or a program
     * @param isMethod whether a word is a command as Groovy calls it
     */
    LineHighlighter(Predicate<String> isCommand, Predicate<String> exists, Predicate<String> isMethod) {
        this.isCommand = isCommand;
        this.exists = exists;
        this.isMethod = isMethod;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStyle[] styles = new AttributedStyle[buffer.length()];
        for (MixedText.Piece piece : MixedText.split(buffer, isCommand)) {
            if (piece.language() == Language.POWERSHELL) {
                paint(styles, piece.text(), piece.offset());
            } else {
                paintGroovy(styles, piece.text(), piece.offset());
            }
        }
        AttributedStringBuilder painted = new AttributedStringBuilder(buffer.length());
        for (int i = 0; i < buffer.length(); i++) {
            painted.styled(styles[i] == null ? PLAIN : styles[i], String.valueOf(buffer.charAt(i)));
        }
        return painted.toAttributedString();
    }

    private void paint(AttributedStyle[] styles, String text, int offset) {
        for (Lexeme lexeme : Parser.lexemes(text)) {
            int end = Math.min(lexeme.end(), text.length());
            AttributedStyle style = style(lexeme, text.substring(lexeme.start(), end));
            for (int i = lexeme.start(); i < end && style != null; i++) {
                styles[offset + i] = style;
            }
        }
    }

    private void paintGroovy(AttributedStyle[] styles, String text, int offset) {
        Matcher part = GROOVY.matcher(text);
        while (part.find()) {
            AttributedStyle style = groovyStyle(part);
            if (style != null) {
                Arrays.fill(styles, offset + part.start(), offset + part.end(), style);
            }
        }
    }

    private @Nullable AttributedStyle groovyStyle(Matcher part) {
        if (part.group("comment") != null) {
            return FAINT;
        }
        if (part.group("string") != null) {
            return STRING;
        }
        if (part.group("keyword") != null) {
            return KEYWORD;
        }
        return isMethod.test(part.group("word")) ? COMMAND : null;
    }

    private @Nullable AttributedStyle style(Lexeme lexeme, String text) {
        return switch (lexeme.kind()) {
            case COMMAND -> exists.test(text) ? COMMAND : UNKNOWN;
            case PARAMETER -> PARAMETER;
            case VARIABLE -> VARIABLE;
            case STRING -> STRING;
            case KEYWORD, TYPE -> KEYWORD;
            case COMMENT -> FAINT;
            case WORD, NUMBER, OPERATOR, MEMBER -> null;
        };
    }

    @Override
    public void setErrorPattern(Pattern errorPattern) {}

    @Override
    public void setErrorIndex(int errorIndex) {}
}
