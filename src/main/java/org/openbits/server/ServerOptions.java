package org.openbits.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
              --idle-timeout SECONDS   60: silent for so long, a connection is closed
              --max-connections N      256

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

    private static final Set<String> SWITCHES = Set.of("log", "secretsoninput");
    private static final Set<String> FILES = Set.of("tlspasswordfile", "users", "tokens");

    /** @param input read only when secrets are to come from it */
    static ServerOptions parse(List<String> words, BufferedReader input) throws Wrong, IOException {
        Map<String, String> own = new HashMap<>();
        Map<ServerSetting<?>, String> given = new LinkedHashMap<>();
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
            ServerSetting<?> setting = ServerSetting.ofOption(word);
            boolean isSwitch = setting == null ? SWITCHES.contains(name) : setting.isFlag();
            if (setting == null && !isSwitch && !FILES.contains(name)) {
                throw new Wrong("unknown option " + word);
            }
            if (!isSwitch && i + 1 == words.size()) {
                throw new Wrong(word + " needs a value");
            }
            String value = isSwitch ? "true" : words.get(++i);
            if (setting == null) {
                own.put(name, value);
            } else {
                given.put(setting, value);
            }
        }
        if (directory == null) {
            throw new Wrong("which directory?");
        }
        ServerSettings settings = ServerSettings.of(Path.of(directory)).with(ServerSetting.PORT, 8080);
        try {
            for (Map.Entry<ServerSetting<?>, String> each : given.entrySet()) {
                settings = settings.withText(each.getKey(), each.getValue());
            }
            settings = new Secrets(own, input).in(settings);
            settings.check();
        } catch (IllegalArgumentException e) {
            throw new Wrong(String.valueOf(e.getMessage()));
        }
        return new ServerOptions(settings, own.containsKey("log"));
    }

    /** Reads what must not stand on a command line. */
    private static final class Secrets {

        private final Map<String, String> given;
        private final BufferedReader input;
        private final Map<String, String> accounts = new HashMap<>();
        private final Set<String> tokens = new HashSet<>();
        private String tlsPassword = "";

        Secrets(Map<String, String> given, BufferedReader input) {
            this.given = given;
            this.input = input;
        }

        ServerSettings in(ServerSettings settings) throws Wrong, IOException {
            read();
            return settings.with(ServerSetting.ACCOUNTS, Map.copyOf(accounts))
                    .with(ServerSetting.TOKENS, Set.copyOf(tokens))
                    .with(ServerSetting.TLS_PASSWORD, tlsPassword);
        }

        private void read() throws Wrong, IOException {
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
    }
}
