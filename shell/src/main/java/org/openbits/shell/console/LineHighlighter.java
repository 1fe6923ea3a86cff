package org.openbits.shell.console;

import java.util.function.Predicate;
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

/** Colours a line by what the parser takes each piece for; a command that does not exist is red. */
final class LineHighlighter implements Highlighter {

    private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle UNKNOWN = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final AttributedStyle PARAMETER = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle VARIABLE = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle STRING = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle KEYWORD = AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private final Predicate<String> isCommand;
    private final Predicate<String> exists;

    /**
     * @param isCommand whether a word is a cmdlet, an alias or a function
     * @param exists whether it can be called at all: one of these, or a program
     */
    LineHighlighter(Predicate<String> isCommand, Predicate<String> exists) {
        this.isCommand = isCommand;
        this.exists = exists;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStyle[] styles = new AttributedStyle[buffer.length()];
        for (MixedText.Piece piece : MixedText.split(buffer, isCommand)) {
            if (piece.language() == Language.POWERSHELL) {
                paint(styles, piece.text(), piece.offset());
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
