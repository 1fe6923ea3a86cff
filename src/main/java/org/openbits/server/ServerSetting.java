package org.openbits.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the BITS server: its name, default and legal values. The one table behind the API and the command line of
 * {@code bits serve}; a new setting is one line here.
 *
 * @param <T> the type of its values
 */
public final class ServerSetting<T> {

    /** How a server application learns of an upload: the numbers are those of {@code BITSServerNotificationType}. */
    public enum NotificationType {
        /** There is none: the file goes to the place that its address names. */
        NONE,
        /** It gets the names of the file and of the reply to write. */
        BY_REFERENCE,
        /** It gets the file as a body, and answers with the reply. */
        BY_VALUE
    }

    private static final Map<String, ServerSetting<?>> BY_NAME = new LinkedHashMap<>();

    /** The address it listens on: loopback unless set, so that only this machine reaches it. */
    public static final ServerSetting<String> ADDRESS =
            named("address", "127.0.0.1", text -> text, "a name or number of this host");
    /** The port it listens on; 0, the default, is any free one. */
    public static final ServerSetting<Integer> PORT = integer("port", 0, 0, 65_535);
    /** Whether it takes files by {@code BITS_POST}; off. */
    public static final ServerSetting<Boolean> ALLOW_UPLOAD = flag("allow-upload");
    /** Whether an upload may replace a file (BITSAllowOverwrites); off. */
    public static final ServerSetting<Boolean> ALLOW_OVERWRITE = flag("allow-overwrite");
    /** Whether a directory without {@code index.html} is shown; off. */
    public static final ServerSetting<Boolean> LISTING = flag("listing");

    /** A PEM file with certificates and key, or a PKCS#12 store; without one it speaks plain HTTP. */
    public static final ServerSetting<Path> TLS = named("tls", null, Path::of, "a file");
    /** The password of the PKCS#12 store. */
    public static final ServerSetting<String> TLS_PASSWORD = secret("TLS password", "");
    /** Users and their passwords, for Basic. Without these and without tokens everybody may. */
    public static final ServerSetting<Map<String, String>> ACCOUNTS = secret("accounts", Map.of());
    /** Tokens, for Bearer. */
    public static final ServerSetting<Set<String>> TOKENS = secret("tokens", Set.of());

    /** Bytes of the largest file (BITSMaximumUploadSize); what the disk holds. */
    public static final ServerSetting<Long> MAXIMUM_UPLOAD_BYTES =
            number("max-upload", Long.MAX_VALUE, 0, Long.MAX_VALUE);
    /** An upload without progress is deleted after it (BITSSessionTimeout); 14 days. */
    public static final ServerSetting<Duration> SESSION_TIMEOUT = seconds("session-timeout", 1_209_600, 1, 1L << 32);
    /** Unfinished uploads at once, in all; 1000. */
    public static final ServerSetting<Integer> MAXIMUM_SESSIONS = integer("max-sessions", 1000, 1, 1_000_000);
    /** The same of one user, or of one address where nobody logs in (BITSNumberOfSessionsLimit); 50. */
    public static final ServerSetting<Integer> SESSIONS_PER_CLIENT = integer("sessions-per-client", 50, 1, 1_000_000);

    /** Whether and how a server application is told of uploads; needs {@link #NOTIFICATION_URL}. */
    public static final ServerSetting<NotificationType> NOTIFICATION_TYPE =
            named("notification-type", NotificationType.NONE, ServerSetting::type, "ByReference or ByValue");
    /** The http or https address of that application (BITSServerNotificationURL); needs a type. */
    public static final ServerSetting<URI> NOTIFICATION_URL =
            named("notification-url", null, URI::create, ServerSetting::isHttp, "an address with http:// or https://");
    /** How long the application may take; 5 minutes. */
    public static final ServerSetting<Duration> NOTIFICATION_TIMEOUT = seconds("notification-timeout", 300, 1, 86_400);
    /** Sent to clients as {@code BITS-Host-Id}: they go on at that host. */
    public static final ServerSetting<String> HOST_ID = named("host-id", null, text -> text, "the name of a host");
    /** Sent with it: after so long without that host, clients come back to the first; a day. */
    public static final ServerSetting<Duration> HOST_ID_FALLBACK =
            seconds("host-id-fallback-timeout", 86_400, 0, 0xFFFFFFFFL);

    /** A connection is closed that is silent for so long, or brings no whole request head within it; 60 s. */
    public static final ServerSetting<Duration> IDLE_TIMEOUT = seconds("idle-timeout", 60, 1, 86_400);
    /** Connections at once; one more waits. 256. */
    public static final ServerSetting<Integer> MAXIMUM_CONNECTIONS = integer("max-connections", 256, 1, 10_000);

    private final String name;
    private final @Nullable T preset;
    private final Function<String, T> reader;
    private final Predicate<T> legal;
    private final String range;

    private ServerSetting(
            String name, @Nullable T preset, Function<String, T> reader, Predicate<T> legal, String range) {
        this.name = name;
        this.preset = preset;
        this.reader = reader;
        this.legal = legal;
        this.range = range;
    }

    private static <T> ServerSetting<T> named(
            String name, @Nullable T preset, Function<String, T> reader, Predicate<T> legal, String range) {
        ServerSetting<T> setting = new ServerSetting<>(name, preset, reader, legal, range);
        BY_NAME.put(plain(name), setting);
        return setting;
    }

    private static <T> ServerSetting<T> named(
            String name, @Nullable T preset, Function<String, T> reader, String range) {
        return named(name, preset, reader, value -> true, range);
    }

    /** Has no option: every user of a machine can read a command line. */
    private static <T> ServerSetting<T> secret(String name, T preset) {
        Function<String, T> reader = text -> {
            throw new IllegalArgumentException(name + " is not written on a command line");
        };
        return new ServerSetting<>(name, preset, reader, value -> true, "");
    }

    private static ServerSetting<Boolean> flag(String name) {
        return named(name, false, Boolean::valueOf, "true or false");
    }

    private static ServerSetting<Long> number(String name, long preset, long least, long most) {
        return named(name, preset, Long::valueOf, value -> value >= least && value <= most, range(least, most));
    }

    private static ServerSetting<Integer> integer(String name, int preset, int least, int most) {
        return named(name, preset, Integer::valueOf, value -> value >= least && value <= most, range(least, most));
    }

    private static ServerSetting<Duration> seconds(String name, long preset, long least, long most) {
        return named(
                name,
                Duration.ofSeconds(preset),
                text -> Duration.ofSeconds(Long.parseLong(text)),
                value -> value.toSeconds() >= least && value.toSeconds() <= most,
                range(least, most));
    }

    private static String range(long least, long most) {
        return "a number from " + least + " to " + most;
    }

    private static NotificationType type(String text) {
        return switch (plain(text)) {
            case "none", "0" -> NotificationType.NONE;
            case "byreference", "1" -> NotificationType.BY_REFERENCE;
            case "byvalue", "2" -> NotificationType.BY_VALUE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null && List.of("http", "https").contains(url.getScheme());
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** The setting that an option of a command line names, as {@code --max-upload} or {@code -MaxUpload}; null for none. */
    static @Nullable ServerSetting<?> ofOption(String option) {
        return BY_NAME.get(plain(option));
    }

    /** Whether its option stands alone. */
    boolean isFlag() {
        return preset instanceof Boolean;
    }

    /** @throws IllegalArgumentException when the text stands for no legal value */
    T read(String text) {
        T value;
        try {
            value = reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
        return checked(value);
    }

    /** @throws IllegalArgumentException when it is not legal */
    T checked(T value) {
        if (!legal.test(value)) {
            throw wrong(value);
        }
        return value;
    }

    private IllegalArgumentException wrong(Object value) {
        return new IllegalArgumentException(name + " is " + range + ", not " + value);
    }

    /** Its value where nothing is set; null when there is none. */
    @Nullable
    T preset() {
        return preset;
    }

    /** Its name, as on the command line: {@code max-upload}. */
    @Override
    public String toString() {
        return name;
    }
}
