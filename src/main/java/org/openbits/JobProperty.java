package org.openbits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A property of a job: its name, default, legal values and when it may be changed. The one table behind the API, the
 * store, the wire, the cmdlets and bitsadmin; a new property is one line here.
 *
 * @param <T> the type of its values
 */
public final class JobProperty<T> {

    /** When a property may be changed; none may once the job has left the queue. */
    public enum When {
        ANY_TIME,
        /** Before the job is TRANSFERRED, else BG_E_INVALID_STATE. */
        BEFORE_TRANSFERRED,
        /** Before the first Resume, else BG_E_READ_ONLY_PROPERTY_AFTER_RESUME. */
        BEFORE_FIRST_RESUME,
        /** Before the first file, else BG_E_READ_ONLY_PROPERTY_AFTER_ADDFILE. */
        BEFORE_FIRST_FILE
    }

    private static final Map<String, JobProperty<?>> BY_NAME = new LinkedHashMap<>();

    /** At most 256 characters. */
    public static final JobProperty<String> DISPLAY_NAME = text("displayName", "", 256);
    /** At most 1,024 characters. */
    public static final JobProperty<String> DESCRIPTION = text("description", "", 1024);

    public static final JobProperty<JobPriority> PRIORITY =
            named("priority", JobPriority.class, JobPriority.NORMAL, When.ANY_TIME);
    /** Seconds; the longest wait between two tries. Values below 5 become 5. */
    public static final JobProperty<Long> MINIMUM_RETRY_DELAY =
            number("minimumRetryDelay", 600, 0, 0xFFFF_FFFFL, When.ANY_TIME, v -> Math.max(5, v));
    /** Seconds from the first transient error without progress to ERROR; 0 makes every error fatal. */
    public static final JobProperty<Long> NO_PROGRESS_TIMEOUT =
            number("noProgressTimeout", 1_209_600, 0, 0xFFFF_FFFFL, When.ANY_TIME);
    /** Seconds spent CONNECTING and TRANSFERRING. */
    public static final JobProperty<Long> MAXIMUM_DOWNLOAD_TIME =
            number("maximumDownloadTime", 7_776_000, 0, 0xFFFF_FFFFL, When.ANY_TIME);
    /** Bit set: 1 transferred, 2 error, 4 none, 8 modification, 16 file transferred, 32 file ranges transferred. */
    public static final JobProperty<Long> NOTIFY_FLAGS = bits("notifyFlags", 3, 63, When.ANY_TIME);
    /** The program to run and its arguments; empty for none. */
    public static final JobProperty<List<String>> NOTIFY_COMMAND_LINE = list("notifyCommandLine", 4260, false);
    /** Milliseconds between two modification callbacks. */
    public static final JobProperty<Long> MINIMUM_NOTIFICATION_INTERVAL =
            number("minimumNotificationInterval", 500, 0, 0xFFFF_FFFFL, When.ANY_TIME);

    public static final JobProperty<ProxyUsage> PROXY_USAGE =
            named("proxyUsage", ProxyUsage.class, ProxyUsage.PRECONFIG, When.ANY_TIME);
    /** Proxies in the order they are tried, each {@code [protocol=][protocol://]server[:port]}. */
    public static final JobProperty<List<String>> PROXY_LIST = list("proxyList", 32_000, false);
    /** Hosts reached directly. */
    public static final JobProperty<List<String>> PROXY_BYPASS_LIST = list("proxyBypassList", 32_000, false);
    /** The scheme the cmdlets' credential is for. */
    public static final JobProperty<AuthScheme> AUTHENTICATION =
            named("authentication", AuthScheme.class, AuthScheme.NEGOTIATE, When.ANY_TIME);
    /** The scheme the cmdlets' proxy credential is for. */
    public static final JobProperty<AuthScheme> PROXY_AUTHENTICATION =
            named("proxyAuthentication", AuthScheme.class, AuthScheme.NEGOTIATE, When.ANY_TIME);
    /** Bit set: 1 server (not supported), 2 proxy. */
    public static final JobProperty<Long> USE_STORED_CREDENTIALS = bits("useStoredCredentials", 0, 3, When.ANY_TIME);
    /** The store of the client certificate, such as CURRENT_USER. */
    public static final JobProperty<String> CERTIFICATE_STORE_LOCATION = text("certificateStoreLocation", "", 256);

    public static final JobProperty<String> CERTIFICATE_STORE_NAME = text("certificateStoreName", "", 255);
    /** The SHA-1 thumbprint in hexadecimal. */
    public static final JobProperty<String> CERTIFICATE_HASH = text("certificateHash", "", 40);

    public static final JobProperty<String> CERTIFICATE_SUBJECT_NAME = text("certificateSubjectName", "", 255);
    /** One {@code Name: value} a header; kept sealed on disk. */
    public static final JobProperty<List<String>> CUSTOM_HEADERS = list("customHeaders", 16_384, true);
    /** Once true it stays: the headers can no longer be read back. */
    public static final JobProperty<Boolean> CUSTOM_HEADERS_WRITE_ONLY = flag("customHeadersWriteOnly", When.ANY_TIME);

    public static final JobProperty<String> HTTP_METHOD = text("httpMethod", "GET", 64, When.BEFORE_FIRST_RESUME);
    /** Bit set of certificate checks and the redirect policy, as BITS numbers them. */
    public static final JobProperty<Long> SECURITY_FLAGS = bits("securityFlags", 0, 0xF1F, When.ANY_TIME);
    /** Bit set: owner 1, group 2, DACL 4, SACL 8. */
    public static final JobProperty<Long> ACL_FLAGS = bits("aclFlags", 0, 15, When.BEFORE_TRANSFERRED);

    public static final JobProperty<Long> PEER_CACHING_FLAGS = bits("peerCachingFlags", 0, 7, When.ANY_TIME);
    /** Network cost states in which the job may run, as BITS numbers them. Unset: follows priority and policy. */
    public static final JobProperty<Long> COST_FLAGS =
            number("costFlags", 0x8000_00FFL, 0, 0xFFFF_FFFFL, When.ANY_TIME);
    /** The server makes the content as it goes: no length, no resume. */
    public static final JobProperty<Boolean> DYNAMIC_CONTENT = flag("dynamicContent", When.BEFORE_FIRST_RESUME);

    public static final JobProperty<Boolean> HIGH_PERFORMANCE = flag("highPerformance", When.BEFORE_FIRST_FILE);
    /** Bytes; 0 for no limit. */
    public static final JobProperty<Long> MAXIMUM_DOWNLOAD_SIZE = number(
            "maximumDownloadSize",
            0,
            0,
            Long.MAX_VALUE,
            When.BEFORE_FIRST_RESUME,
            ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_INVALID_VALUE,
            v -> v);

    public static final JobProperty<Boolean> ON_DEMAND = flag("onDemand", When.BEFORE_FIRST_RESUME);
    /** Where the reply of an upload-reply job goes; until it is set, a name beside the file that is sent. */
    public static final JobProperty<String> REPLY_FILE_NAME = text("replyFileName", "", 4096);
    /** Ours: how an upload speaks to an http server. */
    public static final JobProperty<UploadProtocol> UPLOAD_PROTOCOL =
            named("uploadProtocol", UploadProtocol.class, UploadProtocol.AUTO, When.BEFORE_FIRST_RESUME);

    public static final JobProperty<Long> HELPER_TOKEN_FLAGS = bits("helperTokenFlags", 0, 3, When.ANY_TIME);
    /** Ours: the service completes the job as soon as it is TRANSFERRED. */
    public static final JobProperty<Boolean> AUTO_COMPLETE = flag("autoComplete", When.ANY_TIME);

    private final String name;
    private final T defaultValue;
    private final When when;
    private final boolean secret;
    private final UnaryOperator<T> check;
    private final Function<Object, T> read;

    private JobProperty(
            String name, T defaultValue, When when, boolean secret, UnaryOperator<T> check, Function<Object, T> read) {
        this.name = name;
        this.defaultValue = defaultValue;
        this.when = when;
        this.secret = secret;
        this.check = check;
        this.read = read;
        BY_NAME.put(name, this);
    }

    /** The name in files and messages. */
    public String name() {
        return name;
    }

    /** The value of a job that never got one. */
    public T defaultValue() {
        return defaultValue;
    }

    /** When it may be changed. */
    public When when() {
        return when;
    }

    /** Whether it is kept sealed on disk and out of logs. */
    public boolean isSecret() {
        return secret;
    }

    /** The property of that name, or null. */
    public static @Nullable JobProperty<?> named(String name) {
        return BY_NAME.get(name);
    }

    /** Every property, in the order of definition. */
    public static Iterable<JobProperty<?>> all() {
        return BY_NAME.values();
    }

    T check(T value) {
        return check.apply(value);
    }

    @SuppressWarnings("unchecked") // JobSettings stores only what check() of this property returned
    T cast(Object value) {
        return (T) value;
    }

    /** The value as a String, Long, Boolean or list of Strings. */
    Object plain(Object value) {
        return value instanceof Enum ? ((Enum<?>) value).name() : value;
    }

    T fromPlain(Object plain) {
        try {
            return check(read.apply(plain));
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new BitsException(
                    ErrorCode.E_INVALIDARG, "The property " + name + " cannot have the value '" + plain + "'", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static JobProperty<String> text(String name, String defaultValue, int maximum) {
        return text(name, defaultValue, maximum, When.ANY_TIME);
    }

    private static JobProperty<String> text(String name, String defaultValue, int maximum, When when) {
        return new JobProperty<>(
                name,
                defaultValue,
                when,
                false,
                value -> {
                    requireLength(name, value.length(), maximum);
                    return value;
                },
                plain -> (String) plain);
    }

    private static JobProperty<Long> number(String name, long defaultValue, long from, long to, When when) {
        return number(name, defaultValue, from, to, when, v -> v);
    }

    private static JobProperty<Long> number(
            String name, long defaultValue, long from, long to, When when, UnaryOperator<Long> adjust) {
        return number(name, defaultValue, from, to, when, ErrorCode.E_INVALIDARG, adjust);
    }

    private static JobProperty<Long> number(
            String name,
            long defaultValue,
            long from,
            long to,
            When when,
            ErrorCode otherwise,
            UnaryOperator<Long> adjust) {
        return new JobProperty<>(
                name,
                defaultValue,
                when,
                false,
                value -> {
                    if (value < from || value > to) {
                        throw new BitsException(
                                otherwise,
                                "The property " + name + " takes a number from " + from + " to " + to + ", not "
                                        + value);
                    }
                    return adjust.apply(value);
                },
                plain -> ((Number) plain).longValue());
    }

    /** @param defined the bits that mean something; any other is E_NOTIMPL, as in BITS */
    private static JobProperty<Long> bits(String name, long defaultValue, long defined, When when) {
        return new JobProperty<>(
                name,
                defaultValue,
                when,
                false,
                value -> {
                    if ((value & ~defined) != 0) {
                        throw new BitsException(
                                ErrorCode.E_NOTIMPL,
                                "The property " + name + " has no meaning for the bits 0x"
                                        + Long.toHexString(value & ~defined));
                    }
                    return value;
                },
                plain -> ((Number) plain).longValue());
    }

    private static JobProperty<Boolean> flag(String name, When when) {
        return new JobProperty<>(name, false, when, false, value -> value, plain -> (Boolean) plain);
    }

    private static JobProperty<List<String>> list(String name, int maximumCharacters, boolean secret) {
        return new JobProperty<>(
                name,
                List.of(),
                When.ANY_TIME,
                secret,
                value -> {
                    int length =
                            value.stream().mapToInt(item -> item.length() + 2).sum();
                    requireLength(name, length, maximumCharacters);
                    return List.copyOf(value);
                },
                plain -> ((List<?>) plain).stream().map(String.class::cast).toList());
    }

    private static <E extends Enum<E>> JobProperty<E> named(String name, Class<E> type, E defaultValue, When when) {
        return new JobProperty<>(
                name,
                defaultValue,
                when,
                false,
                value -> value,
                plain -> Enum.valueOf(type, ((String) plain).toUpperCase(Locale.ROOT)));
    }

    private static void requireLength(String name, int length, int maximum) {
        if (length > maximum) {
            throw new BitsException(
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    "The property " + name + " takes at most " + maximum + " characters; got " + length);
        }
    }
}
