package org.openbits.internal.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The directories of one user's OpenBITS. Computes names only; who writes there creates them, mode 0700.
 *
 * <p>Linux follows the XDG base directories, macOS {@code ~/Library}, Windows {@code %LOCALAPPDATA%}. With {@code
 * BITS_HOME} everything lives below that one directory. The socket lives beside the store, so that every session of a user
 * finds the one service that owns it. Its path must stay below 100 bytes (the limit of
 * {@code sun_path} is 108, on some systems 104), so a long runtime directory is replaced by a short one named after it.
 *
 * @param state store and history
 * @param runtime socket, pid
 * @param logs the service's log
 * @param configuration profile, line history, aliases, user cmdlets, policy
 */
public record Home(Path state, Path runtime, Path logs, Path configuration) {

    private static final int LONGEST_SOCKET_PATH = 100;

    /** This user's directories. */
    public static Home ofUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", "/"));
    }

    /** Everything below one directory. */
    public static Home below(Path home) {
        Path root = home.toAbsolutePath().normalize();
        return new Home(
                root.resolve("state"), shortEnough(root.resolve("run")), root.resolve("log"), root.resolve("config"));
    }

    static Home of(Map<String, String> environment, String osName, String userHome) {
        String override = environment.get("BITS_HOME");
        if (override != null && !override.isBlank()) {
            return below(Path.of(override));
        }
        Path user = Path.of(userHome);
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            Path library = user.resolve("Library");
            Path support = library.resolve("Application Support").resolve("OpenBITS");
            return new Home(
                    support.resolve("state"),
                    shortEnough(library.resolve("Caches").resolve("OpenBITS")),
                    library.resolve("Logs").resolve("OpenBITS"),
                    support);
        }
        if (os.startsWith("windows")) {
            Path local = directory(
                            environment, "LOCALAPPDATA", user.resolve("AppData").resolve("Local"))
                    .resolve("OpenBITS");
            return new Home(
                    local.resolve("state"), local.resolve("run"), local.resolve("log"), local.resolve("config"));
        }
        Path state = directory(
                        environment, "XDG_STATE_HOME", user.resolve(".local").resolve("state"))
                .resolve("openbits");
        // Not XDG_RUNTIME_DIR: it goes when its user logs out, and a cron job has none; both still mean the same
        // service.
        return new Home(
                state,
                shortEnough(state.resolve("run")),
                state.resolve("log"),
                directory(environment, "XDG_CONFIG_HOME", user.resolve(".config"))
                        .resolve("openbits"));
    }

    /** The service's socket. */
    public Path socket() {
        return runtime.resolve("bitsd.sock");
    }

    /** The job store's directory. */
    public Path store() {
        return state.resolve("store");
    }

    /** The history's directory. */
    public Path history() {
        return state.resolve("history");
    }

    private static Path directory(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    private static Path shortEnough(Path runtime) {
        byte[] name = runtime.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length + "/bitsd.sock".length() <= LONGEST_SOCKET_PATH) {
            return runtime;
        }
        CRC32 crc = new CRC32();
        crc.update(name);
        return Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
                .resolve(
                        "openbits-" + System.getProperty("user.name", "user") + "-" + Long.toHexString(crc.getValue()));
    }
}
