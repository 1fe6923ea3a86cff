package org.openbits.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request, taken apart. A name that could mean anything but one entry of a directory, on any platform, has no
 * {@code RequestPath} at all: {@code ..}, separators in disguise, drive letters and streams, control characters, names of
 * devices, names that end in a dot or blank (Windows drops them), and the server's own directory.
 *
 * @param names from the root down; empty for the root
 * @param isDirectory whether it ended in a slash
 */
record RequestPath(List<String> names, boolean isDirectory) {

    /** Where unfinished uploads lie, below the served directory; never served. */
    static final String OWN = ".bits-sessions";

    private static final int LONGEST_NAME = 255;
    private static final int MOST_NAMES = 100;
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\\..*)?");

    /** The path, or null when it is none that a server should look up. */
    static @Nullable RequestPath of(@Nullable String raw) {
        if (raw == null || !raw.startsWith("/")) {
            return null;
        }
        List<String> names = new ArrayList<>();
        String[] parts = raw.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isEnd = i == parts.length - 1;
            if (isEnd && parts[i].isEmpty()) {
                return new RequestPath(List.copyOf(names), true);
            }
            String name = decoded(parts[i]);
            if (name == null || !isPlain(name) || names.size() == MOST_NAMES) {
                return null;
            }
            names.add(name);
        }
        return new RequestPath(List.copyOf(names), false);
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && !name.equalsIgnoreCase(OWN)
                && !DEVICE.matcher(name.replaceAll("[ .]+$", "")).matches()
                && name.codePoints().noneMatch(c -> c < ' ' || (c >= 127 && c < 160) || "/\\:*?\"<>|".indexOf(c) >= 0);
    }

    /** Percent-decoded, strictly: whatever is not whole UTF-8 has no name. */
    private static @Nullable String decoded(String part) {
        byte[] in = part.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.put(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            out.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(out.flip())
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
