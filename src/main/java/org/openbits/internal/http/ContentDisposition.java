package org.openbits.internal.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name in a Content-Disposition header (RFC 6266): {@code filename*=UTF-8''na%C3%AFve.txt} before {@code
 * filename="naive.txt"}. As the server wrote it: whoever uses it makes it harmless first.
 */
final class ContentDisposition {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z0-9!#$&+.^_`|~*-]+)\\s*=\\s*(\"((?:[^\"\\\\]++|\\\\.)*+)\"|[^;\\s]*)");
    private static final Pattern EXTENDED = Pattern.compile("(?i)(UTF-8|ISO-8859-1)'[^']*'(.*)");

    private ContentDisposition() {}

    /** The name, or null. */
    static @Nullable String fileName(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String plain = null;
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            String quoted = parameter.group(3);
            String value = quoted == null ? parameter.group(2) : quoted.replaceAll("\\\\(.)", "$1");
            if (parameter.group(1).equalsIgnoreCase("filename*")) {
                String extended = extended(value);
                if (extended != null) {
                    return extended;
                }
            } else if (parameter.group(1).equalsIgnoreCase("filename") && plain == null) {
                plain = asUtf8(value);
            }
        }
        return plain;
    }

    private static @Nullable String extended(String value) {
        Matcher parts = EXTENDED.matcher(value);
        if (!parts.matches()) {
            return null;
        }
        try {
            return URLDecoder.decode(parts.group(2).replace("+", "%2B"), Charset.forName(parts.group(1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Many servers write UTF-8 where the header has Latin 1. */
    private static String asUtf8(String value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }
}
