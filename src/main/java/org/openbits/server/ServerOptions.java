package org.openbits.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.server.ServerSettings.NotificationType;

/**
 * The command line of a server process. Options are the parameters of {@code Start-BitsServer}: {@code --allow-upload} and
 * {@code -AllowUpload} are one. Secrets never stand on a command line, which every user of the machine can read: they come
 * from files, or as lines {@code account=NAME:PASSWORD}, {@code token=TOKEN}, {@code tlsPassword=PASSWORD} on standard input
 * with {@code --secrets-on-input}.
 *
 * @param settings of the server
 * @param isLogging whether each answer is written to standard output
 */
record ServerOptions(ServerSettings settings, boolean isLogging) {

    static final String USAGE = """
            bits serve DIRECTORY [OPTION...]    serves the files of a directory until Ctrl-C

              --port N                 8080 unless given; 0 is any free port
              --address ADDRESS        127.0.0.1 unless given: without it only this machine sees the server
              --listing                show directories
              --log                    a line for each answer
              --tls FILE               certificates and key as PEM in one file, or a PKCS#12 store
              --tls-password-file FILE of the store
              --users FILE             lines NAME:PASSWORD: only they may, by Basic
              --tokens FILE            lines with a token each: only their holders may, by Bearer
              --idle-timeout SECONDS   60; --max-connections N   256

            Uploads (BITS_POST)
              --allow-upload           take files
              --allow-overwrite        and replace what is there
              --max-upload BYTES       the largest file
              --session-timeout SECONDS    1209600: an upload without progress is dropped after it
              --max-sessions N         1000; --sessions-per-client N   50
              --notification-type ByReference|ByValue, --notification-url URL, --notification-timeout SECONDS
              --host-id HOST, --host-id-fallback-timeout SECONDS""";

    /** Wrong usage; the message is for people. */
    static final class Wrong extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    private static final Set<String> SWITCHES =
            Set.of("allowupload", "allowoverwrite", "listing", "log", "secretsoninput");
    private static final Set<String> VALUES = Set.of(
            "port",
            "address",
            "tls",
            "tlspasswordfile",
            "users",
            "tokens",
            "idletimeout",
            "maxconnections",
            "maxupload",
            "sessiontimeout",
            "maxsessions",
            "sessionsperclient",
            "notificationtype",
            "notificationurl",
            "notificationtimeout",
            "hostid",
            "hostidfallbacktimeout");

    /** @param input read only when secrets are to come from it */
    static ServerOptions parse(List<String> words, BufferedReader input) throws Wrong, IOException {
        Map<String, String> given = new HashMap<>();
        String directory = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                if (directory != null) {
                    throw new Wrong("one directory can be served, not also " + word);
                }
                directory = word;
                continue;
            }
            String name = word.replace("-", "").toLowerCase(Locale.ROOT);
            if (SWITCHES.contains(name)) {
                given.put(name, "");
            } else if (!VALUES.contains(name)) {
                throw new Wrong("unknown option " + word);
            } else if (++i == words.size()) {
                throw new Wrong(word + " needs a value");
            } else {
                given.put(name, words.get(i));
            }
        }
        if (directory == null) {
            throw new Wrong("which directory?");
        }
        return new ServerOptions(new Reading(given, input).settings(Path.of(directory)), given.containsKey("log"));
    }

    /** Turns texts into settings. */
    private static final class Reading {

        private final Map<String, String> given;
        private final BufferedReader input;
        private final Map<String, String> accounts = new HashMap<>();
        private final Set<String> tokens = new HashSet<>();
        private String tlsPassword = "";

        Reading(Map<String, String> given, BufferedReader input) {
            this.given = given;
            this.input = input;
        }

        ServerSettings settings(Path directory) throws Wrong, IOException {
            secrets();
            ServerSettings.Builder builder = ServerSettings.of(directory)
                    .port((int) number("port", 8080, 0, 65_535))
                    .address(given.getOrDefault("address", "127.0.0.1"))
                    .allowUpload(given.containsKey("allowupload"))
                    .allowOverwrite(given.containsKey("allowoverwrite"))
                    .listing(given.containsKey("listing"))
                    .accounts(accounts)
                    .tokens(tokens)
                    .maximumUploadBytes(number("maxupload", Long.MAX_VALUE, 0, Long.MAX_VALUE))
                    .sessionTimeout(Duration.ofSeconds(number("sessiontimeout", 1_209_600, 1, 1L << 32)))
                    .maximumSessions((int) number("maxsessions", 1000, 1, 1_000_000), (int)
                            number("sessionsperclient", 50, 1, 1_000_000))
                    .idleTimeout(Duration.ofSeconds(number("idletimeout", 60, 1, 86_400)))
                    .maximumConnections((int) number("maxconnections", 256, 1, 10_000))
                    .hostId(
                            given.get("hostid"),
                            Duration.ofSeconds(number("hostidfallbacktimeout", 86_400, 0, 0xFFFFFFFFL)))
                    .notification(
                            type(given.getOrDefault("notificationtype", "None")),
                            url(given.get("notificationurl")),
                            Duration.ofSeconds(number("notificationtimeout", 300, 1, 86_400)));
            if (given.containsKey("tls")) {
                builder.tls(Path.of(given.get("tls")), tlsPassword);
            }
            try {
                return builder.build();
            } catch (IllegalArgumentException e) {
                throw new Wrong(String.valueOf(e.getMessage()));
            }
        }

        private void secrets() throws Wrong, IOException {
            if (given.containsKey("secretsoninput")) {
                for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
                    secret(line);
                }
            }
            for (String line : lines("users")) {
                secret("account=" + line);
            }
            for (String line : lines("tokens")) {
                secret("token=" + line);
            }
            for (String line : lines("tlspasswordfile")) {
                secret("tlsPassword=" + line);
            }
        }

        private List<String> lines(String name) throws Wrong, IOException {
            String file = given.get(name);
            if (file == null) {
                return List.of();
            }
            List<String> lines = Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (lines.isEmpty()) {
                // Without anybody in it, it would mean everybody.
                throw new Wrong(file + " names nobody");
            }
            return lines;
        }

        private void secret(String line) throws Wrong {
            String value = line.substring(line.indexOf('=') + 1);
            if (line.startsWith("account=") && value.indexOf(':') > 0) {
                accounts.put(value.substring(0, value.indexOf(':')), value.substring(value.indexOf(':') + 1));
            } else if (line.startsWith("token=")) {
                tokens.add(value.strip());
            } else if (line.startsWith("tlsPassword=")) {
                tlsPassword = value;
            } else {
                throw new Wrong("a line of the users is no NAME:PASSWORD");
            }
        }

        private long number(String name, long otherwise, long least, long most) throws Wrong {
            String text = given.get(name);
            try {
                long value = text == null ? otherwise : Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new Wrong(name + " is a number from " + least + " to " + most + ", not " + text);
        }

        private static NotificationType type(String text) throws Wrong {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "none", "0" -> NotificationType.NONE;
                case "byreference", "1" -> NotificationType.BY_REFERENCE;
                case "byvalue", "2" -> NotificationType.BY_VALUE;
                default -> throw new Wrong("notification type is ByReference or ByValue, not " + text);
            };
        }

        private static @Nullable URI url(@Nullable String text) throws Wrong {
            try {
                return text == null ? null : URI.create(text);
            } catch (IllegalArgumentException e) {
                throw new Wrong(text + " is no URL");
            }
        }
    }
}
