package org.openbits.shell.language;

/**
 * A piece of a source: from {@code start} (included) to {@code end} (excluded), offsets in characters.
 *
 * @param source the whole text
 * @param start the first character's offset, 0 to the length of the text
 * @param end the offset behind the last character
 */
public record Span(Source source, int start, int end) {

    /** The line of the first character, counted from 1. */
    public int line() {
        return source.lineAt(start);
    }

    /** The column of the first character, counted from 1. */
    public int column() {
        return source.columnAt(start);
    }

    /** The whole line that holds the first character. */
    public String lineText() {
        return source.lineTextAt(start);
    }

    public String text() {
        return source.text().substring(start, end);
    }

    /** From the start of this span to the end of that one. */
    public Span to(Span last) {
        return new Span(source, start, Math.max(end, last.end));
    }

    @Override
    public String toString() {
        return source.name() + ":" + line() + " char:" + column();
    }
}
