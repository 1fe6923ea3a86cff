package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.NetNamed;

/** .NET's Encoding: a character set, and whether a file begins with its mark. Public because scripts call it by name. */
public final class TextEncoding implements NetNamed {

    /** What .NET knows of a character set. */
    private record Known(int codePage, String webName, String name, String type, byte... mark) {}

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Map<Charset, Known> KNOWN = Map.of(
            StandardCharsets.UTF_8,
            new Known(65001, "utf-8", "Unicode (UTF-8)", "UTF8", (byte) 0xef, (byte) 0xbb, (byte) 0xbf),
            StandardCharsets.UTF_16LE,
            new Known(1200, "utf-16", "Unicode", "Unicode", (byte) 0xff, (byte) 0xfe),
            StandardCharsets.UTF_16BE,
            new Known(1201, "utf-16BE", "Unicode (Big-Endian)", "Unicode", (byte) 0xfe, (byte) 0xff),
            UTF_32LE,
            new Known(12000, "utf-32", "Unicode (UTF-32)", "UTF32", (byte) 0xff, (byte) 0xfe, (byte) 0, (byte) 0),
            StandardCharsets.US_ASCII,
            new Known(20127, "us-ascii", "US-ASCII", "ASCII"),
            StandardCharsets.ISO_8859_1,
            new Known(28591, "iso-8859-1", "Western European (ISO)", "Latin1"),
            WESTERN,
            new Known(1252, "windows-1252", "Western European (Windows)", "SBCSCodePage"));

    /** Text, and the encoding that it turned out to be in. */
    record Decoded(Reader reader, TextEncoding encoding) {}

    private final Charset charset;
    private final boolean isMarked;

    /** One whose files begin with its mark, when it has one. */
    TextEncoding(Charset charset) {
        this(charset, true);
    }

    TextEncoding(Charset charset, boolean isMarked) {
        this.charset = charset;
        this.isMarked = isMarked;
    }

    /** UTF-8 without a mark: what .NET writes when nobody asks for an encoding. */
    static TextEncoding usual() {
        return new TextEncoding(StandardCharsets.UTF_8, false);
    }

    /** The first encoding among arguments, else the usual one. */
    static TextEncoding among(List<@Nullable Object> arguments) {
        for (Object argument : arguments) {
            if (argument instanceof TextEncoding encoding) {
                return encoding;
            }
        }
        return usual();
    }

    /** By its name or the number of its code page, as {@code GetEncoding} takes it. */
    static TextEncoding named(@Nullable Object wanted) {
        String name = Conversion.toText(wanted);
        for (Map.Entry<Charset, Known> each : KNOWN.entrySet()) {
            if (each.getValue().webName().equalsIgnoreCase(name)
                    || String.valueOf(each.getValue().codePage()).equals(name)) {
                return new TextEncoding(each.getKey());
            }
        }
        try {
            return new TextEncoding(Charset.forName(name.matches("\\d+") ? "cp" + name : name));
        } catch (IllegalArgumentException unknown) {
            throw name.matches("\\d+")
                    ? new NetException(
                            "System.NotSupportedException", "No data is available for encoding " + name + ".", unknown)
                    : NetException.ofArgument(
                            "System.ArgumentException", "'" + name + "' is not a supported encoding name.", "name");
        }
    }

    Charset charset() {
        return charset;
    }

    private Known known() {
        Known known = KNOWN.get(charset);
        return known == null
                ? new Known(
                        0, charset.name().toLowerCase(Locale.ROOT), charset.displayName(Locale.ROOT), "SBCSCodePage")
                : known;
    }

    /** What a file in it begins with; empty when nothing marks it. */
    byte[] mark() {
        return isMarked ? known().mark().clone() : new byte[0];
    }

    /** Reads text: a mark at the beginning tells more than this encoding. */
    Decoded decode(InputStream bytes) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(bytes, 4);
        byte[] head = stream.readNBytes(4);
        TextEncoding found = this;
        int skipped = 0;
        for (Charset each :
                List.of(UTF_32LE, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] mark = new TextEncoding(each).mark();
            if (skipped == 0
                    && ByteBuffer.wrap(head)
                            .limit(Math.min(mark.length, head.length))
                            .equals(ByteBuffer.wrap(mark))) {
                found = new TextEncoding(each);
                skipped = mark.length;
            }
        }
        stream.unread(head, skipped, head.length - skipped);
        return new Decoded(new InputStreamReader(stream, found.charset), found);
    }

    @Override
    public String netName() {
        return "System.Text." + known().type() + "Encoding";
    }

    public List<@Nullable Object> getBytes(Object text) {
        return TextTypes.bytes(plain(text).getBytes(charset));
    }

    private static String plain(Object text) {
        StringBuilder plain = new StringBuilder();
        Conversion.enumerate(text).forEach(each -> plain.append(Conversion.toText(each)));
        return plain.toString();
    }

    public String getString(Object bytes) {
        return new String(TextTypes.bytes(bytes), charset);
    }

    /** A part of the bytes. */
    public String getString(Object bytes, int from, int count) {
        return new String(TextTypes.bytes(bytes), from, count, charset);
    }

    public List<@Nullable Object> getChars(Object bytes) {
        List<@Nullable Object> characters = new ArrayList<>();
        for (char each : getString(bytes).toCharArray()) {
            characters.add(each);
        }
        return characters;
    }

    public int getByteCount(Object text) {
        return plain(text).getBytes(charset).length;
    }

    public int getCharCount(Object bytes) {
        return getString(bytes).length();
    }

    public List<@Nullable Object> getPreamble() {
        return TextTypes.bytes(mark());
    }

    public String getEncodingName() {
        return known().name();
    }

    public String getWebName() {
        return known().webName();
    }

    public String getBodyName() {
        return known().webName();
    }

    public String getHeaderName() {
        return known().webName();
    }

    public int getCodePage() {
        return known().codePage();
    }

    public boolean getIsSingleByte() {
        return charset.newEncoder().maxBytesPerChar() == 1;
    }

    @Override
    public String toString() {
        return netName();
    }
}
