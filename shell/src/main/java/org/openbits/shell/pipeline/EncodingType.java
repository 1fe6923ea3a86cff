package org.openbits.shell.pipeline;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/**
 * {@code [System.Text.Encoding]} and its kin.
 *
 * @param kind the type's last word in lower case, such as {@code utf8encoding}
 */
record EncodingType(String kind) implements Statics {

    @Override
    public @Nullable Object get(String property) {
        return switch (property) {
            case "utf8" -> new TextEncoding(StandardCharsets.UTF_8);
            case "default" -> TextEncoding.usual();
            case "ascii" -> new TextEncoding(StandardCharsets.US_ASCII);
            case "unicode" -> new TextEncoding(StandardCharsets.UTF_16LE);
            case "bigendianunicode" -> new TextEncoding(StandardCharsets.UTF_16BE);
            case "utf32" -> new TextEncoding(Charset.forName("UTF-32LE"));
            case "latin1" -> new TextEncoding(StandardCharsets.ISO_8859_1);
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (method.equals("getencoding") && !arguments.isEmpty()) {
            return TextEncoding.named(arguments.get(0));
        }
        if (method.equals("convert")
                && arguments.size() == 3
                && arguments.get(0) instanceof TextEncoding from
                && arguments.get(1) instanceof TextEncoding to) {
            return to.getBytes(from.getString(arguments.get(2)));
        }
        return MISSING;
    }

    /** The first argument of UTF8Encoding tells whether files begin with a mark; of UnicodeEncoding the order of bytes. */
    @Override
    public Object create(List<@Nullable Object> arguments) {
        boolean first = !arguments.isEmpty() && Conversion.isTrue(arguments.get(0));
        boolean second = arguments.size() < 2 || Conversion.isTrue(arguments.get(1));
        return switch (kind) {
            case "utf8encoding" -> new TextEncoding(StandardCharsets.UTF_8, first);
            case "unicodeencoding" ->
                new TextEncoding(first ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, second);
            case "utf32encoding" -> new TextEncoding(Charset.forName("UTF-32LE"), second);
            case "asciiencoding" -> new TextEncoding(StandardCharsets.US_ASCII);
            default -> MISSING;
        };
    }
}
