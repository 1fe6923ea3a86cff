package org.openbits.shell.language;

/** A text and the name it is known by: a file's path, or {@code line} for what was typed. */
public final class Source {

    private final String name;
    private final String text;

    public Source(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line, counted from 1, that holds the offset. */
    int lineAt(int offset) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    /** The column, counted from 1, of the offset in its line. */
    int columnAt(int offset) {
        return offset - lineStart(offset) + 1;
    }

    /** The whole line that holds the offset, without its end. */
    String lineTextAt(int offset) {
        int end = text.indexOf('\n', offset);
        String line = text.substring(lineStart(offset), end < 0 ? text.length() : end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private int lineStart(int offset) {
        return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    }
}
