package org.openbits.shell.console;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.openbits.shell.language.Language;
import org.openbits.shell.language.MixedText;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.SyntaxError;

/** Tells the line reader whether a text goes on in another line, and which word of it is being completed. */
final class LineParser implements org.jline.reader.Parser {

    private final Predicate<String> isCommand;

    /** @param isCommand whether a word is a cmdlet, an alias or a function */
    LineParser(Predicate<String> isCommand) {
        this.isCommand = isCommand;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && isIncomplete(line)) {
            throw new EOFError(-1, -1, "incomplete");
        }
        CompletionSite site = CompletionSite.of(line.substring(0, cursor));
        return new Words(line, cursor, site.word());
    }

    /** An empty line ends a text that would go on for ever. */
    boolean isIncomplete(String text) {
        if (text.endsWith("\n\n")) {
            return false;
        }
        for (MixedText.Piece piece : MixedText.split(text, isCommand)) {
            if (!piece.isComplete()) {
                return true;
            }
            if (piece.language() == Language.POWERSHELL && isIncompletePowerShell(piece.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIncompletePowerShell(String text) {
        if (text.endsWith("`")) {
            return true;
        }
        try {
            Parser.parse(text, "line");
            return false;
        } catch (SyntaxError error) {
            return error.isIncomplete();
        }
    }

    /**
     * The line as far as the reader needs it: the word before the cursor, which it replaces.
     *
     * @param raw the word as typed, with an opening quote
     */
    private record Words(String line, int cursor, String raw) implements CompletingParsedLine {

        @Override
        public String word() {
            return Quoting.unquoted(raw);
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return Quoting.quoted(candidate.toString(), raw, complete);
        }

        @Override
        public int rawWordCursor() {
            return raw.length();
        }

        @Override
        public int rawWordLength() {
            return raw.length();
        }
    }
}
