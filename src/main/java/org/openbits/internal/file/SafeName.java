package org.openbits.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file name that somebody else chose, made harmless on every platform: one name in one directory, shown as it is, never a
 * device, a stream, a hidden file or an option of a command.
 */
public final class SafeName {

    private static final int MOST_BYTES = 200;
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|CLOCK\\$|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])(\\..*)?");

    private SafeName() {}

    /** The name, or null when nothing is left of it. Directories before it are left out, not obeyed. */
    public static @Nullable String of(String text) {
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        StringBuilder visible = new StringBuilder();
        last.codePoints()
                .filter(each -> !isInvisible(each))
                .forEach(each -> visible.appendCodePoint("<>:\"|?*".indexOf(each) < 0 ? each : '_'));
        String name = shortened(visible.toString().strip()).replaceAll("[. ]+$", "");
        if (name.isEmpty()) {
            return null;
        }
        boolean leads = name.startsWith(".") || name.startsWith("-") || name.startsWith("~");
        if (leads) {
            name = "_" + name.substring(1);
        }
        boolean isDevice = DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches();
        return isDevice || isTemporary(name) ? "_" + name : name;
    }

    /** What the engine itself calls its unfinished files. */
    private static boolean isTemporary(String name) {
        return name.matches("(?i)BIT[0-9A-F]{8}\\.tmp");
    }

    /** Control characters, marks that turn or hide text, and halves of characters. */
    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    /** So that every file system takes it; what tells the kind of the file stays. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String kind = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - kind.length());
        while (bytes(stem) + bytes(kind) > MOST_BYTES && !stem.isEmpty()) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + kind;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
