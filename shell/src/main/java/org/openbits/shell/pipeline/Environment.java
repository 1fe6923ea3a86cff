package org.openbits.shell.pipeline;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The environment variables of the session; Windows' usual names for directories have a value on every platform. */
final class Environment extends TreeMap<String, String> {

    private static final long serialVersionUID = 1;

    Environment() {
        super(java.io.File.separatorChar == '\\' ? String.CASE_INSENSITIVE_ORDER : null);
        putAll(System.getenv());
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        String value = super.get(key);
        if (value != null || key == null) {
            return value;
        }
        String same = inOtherLetters(key.toString());
        return same != null ? super.get(same) : known(key.toString().toUpperCase(java.util.Locale.ROOT));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && get(key) != null;
    }

    /** Programs look for PATH, however a script writes it. */
    @Override
    public @Nullable String put(String key, String value) {
        return super.put(key.equalsIgnoreCase("PATH") && super.containsKey("PATH") ? "PATH" : key, value);
    }

    /** The variable of that name in capitals or not, when there is one alone; Windows knows no difference. */
    private @Nullable String inOtherLetters(String name) {
        String found = null;
        for (String each : keySet()) {
            if (each.equalsIgnoreCase(name)) {
                if (found != null) {
                    return null;
                }
                found = each;
            }
        }
        return found;
    }

    /** Scripts written on Windows build paths on these. */
    private @Nullable String known(String key) {
        return switch (key) {
            case "TEMP", "TMP" -> System.getProperty("java.io.tmpdir");
            case "USERPROFILE" -> System.getProperty("user.home");
            case "USERNAME" -> System.getProperty("user.name");
            case "COMPUTERNAME", "USERDOMAIN" -> hostName();
            case "APPDATA" -> System.getProperty("user.home") + "/.config";
            case "LOCALAPPDATA" -> System.getProperty("user.home") + "/.local/share";
            case "NUMBER_OF_PROCESSORS" -> Integer.toString(Runtime.getRuntime().availableProcessors());
            case "PROCESSOR_ARCHITECTURE" -> System.getProperty("os.arch").equals("aarch64") ? "ARM64" : "AMD64";
            case "PATH" -> super.get("Path");
            default -> null;
        };
    }

    private String hostName() {
        String name = super.get("HOSTNAME");
        if (name != null) {
            return name;
        }
        try {
            return java.nio.file.Files.readString(java.nio.file.Path.of("/etc/hostname"))
                    .trim();
        } catch (java.io.IOException e) {
            return "localhost";
        }
    }
}
