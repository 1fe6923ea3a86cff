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
        return value == null && key != null ? known(key.toString().toUpperCase(java.util.Locale.ROOT)) : value;
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
