package org.openbits.cmdlets.core;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackInputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** How text stands in a file, by the names of {@code -Encoding}. */
enum TextEncoding {
    UTF8("UTF-8"),
    UTF8NOBOM("UTF-8"),
    UTF8BOM("UTF-8", 0xEF, 0xBB, 0xBF),
    UNICODE("UTF-16LE", 0xFF, 0xFE),
    BIGENDIANUNICODE("UTF-16BE", 0xFE, 0xFF),
    UTF32("UTF-32LE", 0xFF, 0xFE, 0, 0),
    ASCII("US-ASCII"),
    ANSI("windows-1252"),
    LATIN1("ISO-8859-1"),
    DEFAULT("UTF-8"),
    OEM("UTF-8"),
    STRING("UTF-16LE", 0xFF, 0xFE);

    private static final int LONGEST_MARK = 4;

    private final Charset charset;
    private final byte[] mark;

    TextEncoding(String charset, int... mark) {
        this.charset = Charset.forName(charset);
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    /** The encoding of that name, in any case. */
    static TextEncoding named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Charset charset() {
        return charset;
    }

    /** A reader without the mark at the beginning; a mark that is there tells more than this encoding. */
    BufferedReader reader(Path file) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), LONGEST_MARK);
        byte[] head = bytes.readNBytes(LONGEST_MARK);
        TextEncoding marked = marked(head);
        bytes.unread(head, marked.mark.length, head.length - marked.mark.length);
        return new BufferedReader(new InputStreamReader(bytes, marked == UTF8NOBOM ? charset : marked.charset));
    }

    /** A writer that makes the file, empties it, or goes on at its end. */
    Writer writer(Path file, boolean append) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(stream(file, append), charset));
    }

    /** The same for bytes that are encoded already; a mark stands at the beginning of the file. */
    OutputStream stream(Path file, boolean append) throws IOException {
        boolean begins = !append || !Files.exists(file) || Files.size(file) == 0;
        OpenOption[] options = append
                ? new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND}
                : new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING
                };
        OutputStream bytes = Files.newOutputStream(file, options);
        if (begins) {
            bytes.write(mark);
        }
        return bytes;
    }

    private static TextEncoding marked(byte[] head) {
        for (TextEncoding candidate : new TextEncoding[] {UTF32, UTF8BOM, UNICODE, BIGENDIANUNICODE}) {
            int length = candidate.mark.length;
            if (head.length >= length && Arrays.equals(head, 0, length, candidate.mark, 0, length)) {
                return candidate;
            }
        }
        return UTF8NOBOM;
    }

    /** UTF-8 without a mark. */
    static TextEncoding usual() {
        return UTF8NOBOM;
    }
}
