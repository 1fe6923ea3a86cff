package org.openbits.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server serves, to whom, and how much it bears. Immutable; {@link #of} has the defaults, {@link Builder} the rest.
 *
 * @param directory the only directory it reads or writes
 * @param address the address it listens on; loopback unless set
 * @param port 0 for any free port
 * @param allowUpload whether {@code BITS_POST} is taken
 * @param allowOverwrite whether an upload may replace a file
 * @param listing whether a directory without {@code index.html} is listed
 * @param tls a PEM file with certificates and key, or a PKCS#12 store; null for plain HTTP
 * @param tlsPassword of the PKCS#12 store
 * @param accounts users and their passwords for Basic; with this and {@code tokens} empty, everybody may
 * @param tokens for Bearer
 * @param maximumUploadBytes the largest file
 * @param sessionTimeout a session without progress is deleted after it
 * @param maximumSessions unfinished uploads at once, in all
 * @param sessionsPerClient the same for one user, or one address where nobody logs in
 * @param notificationType whether a server application is told of uploads, and how
 * @param notificationUrl of that application
 * @param notificationTimeout how long the application may take
 * @param hostId sent as {@code BITS-Host-Id}, or null
 * @param hostIdFallback sent with it
 * @param idleTimeout a connection without a byte, or without a whole request head, is closed after it
 * @param leastBytesPerSecond a connection whose body moves slower over the idle time is closed
 * @param maximumConnections open at once
 */
public record ServerSettings(
        Path directory,
        String address,
        int port,
        boolean allowUpload,
        boolean allowOverwrite,
        boolean listing,
        @Nullable Path tls,
        String tlsPassword,
        Map<String, String> accounts,
        Set<String> tokens,
        long maximumUploadBytes,
        Duration sessionTimeout,
        int maximumSessions,
        int sessionsPerClient,
        NotificationType notificationType,
        @Nullable URI notificationUrl,
        Duration notificationTimeout,
        @Nullable String hostId,
        Duration hostIdFallback,
        Duration idleTimeout,
        long leastBytesPerSecond,
        int maximumConnections) {

    /** How a server application learns of an upload: the numbers are those of {@code BITSServerNotificationType}. */
    public enum NotificationType {
        /** There is none: the file goes to the place that its address names. */
        NONE,
        /** It gets the names of the file and of the reply to write. */
        BY_REFERENCE,
        /** It gets the file as a body, and answers with the reply. */
        BY_VALUE
    }

    /** @throws IllegalArgumentException when two settings contradict each other */
    public ServerSettings {
        if ((notificationType == NotificationType.NONE) != (notificationUrl == null)) {
            throw new IllegalArgumentException(
                    "A notification type ByReference or ByValue and a notification URL need each other");
        }
        if (notificationUrl != null
                && (notificationUrl.getHost() == null
                        || !Set.of("http", "https").contains(String.valueOf(notificationUrl.getScheme())))) {
            throw new IllegalArgumentException("The notification URL must begin with http:// or https://");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is between 0 and 65535, not " + port);
        }
        accounts = Map.copyOf(accounts);
        tokens = Set.copyOf(tokens);
    }

    /** A server of this directory on any free port of the loopback address, that only gives. */
    public static Builder of(Path directory) {
        return new Builder(directory);
    }

    @Override
    public String toString() {
        return "ServerSettings[" + directory + " at " + address + ":" + port + "]"; // holds secrets
    }

    /** Settings in the making. */
    public static final class Builder {
        private final Path directory;
        private String address = "127.0.0.1";
        private int port;
        private boolean allowUpload;
        private boolean allowOverwrite;
        private boolean listing;
        private @Nullable Path tls;
        private String tlsPassword = "";
        private Map<String, String> accounts = Map.of();
        private Set<String> tokens = Set.of();
        private long maximumUploadBytes = Long.MAX_VALUE;
        private Duration sessionTimeout = Duration.ofDays(14);
        private int maximumSessions = 1000;
        private int sessionsPerClient = 50;
        private NotificationType notificationType = NotificationType.NONE;
        private @Nullable URI notificationUrl;
        private Duration notificationTimeout = Duration.ofMinutes(5);
        private @Nullable String hostId;
        private Duration hostIdFallback = Duration.ofDays(1);
        private Duration idleTimeout = Duration.ofSeconds(60);
        private long leastBytesPerSecond = 100;
        private int maximumConnections = 256;

        private Builder(Path directory) {
            this.directory = directory;
        }

        public Builder address(String value) {
            address = value;
            return this;
        }

        public Builder port(int value) {
            port = value;
            return this;
        }

        public Builder allowUpload(boolean value) {
            allowUpload = value;
            return this;
        }

        public Builder allowOverwrite(boolean value) {
            allowOverwrite = value;
            return this;
        }

        public Builder listing(boolean value) {
            listing = value;
            return this;
        }

        public Builder tls(Path file, String password) {
            tls = file;
            tlsPassword = password;
            return this;
        }

        public Builder accounts(Map<String, String> value) {
            accounts = value;
            return this;
        }

        public Builder tokens(Set<String> value) {
            tokens = value;
            return this;
        }

        public Builder maximumUploadBytes(long value) {
            maximumUploadBytes = value;
            return this;
        }

        public Builder sessionTimeout(Duration value) {
            sessionTimeout = value;
            return this;
        }

        public Builder maximumSessions(int all, int perClient) {
            maximumSessions = all;
            sessionsPerClient = perClient;
            return this;
        }

        public Builder notification(NotificationType type, @Nullable URI url, Duration timeout) {
            notificationType = type;
            notificationUrl = url;
            notificationTimeout = timeout;
            return this;
        }

        public Builder hostId(@Nullable String value, Duration fallback) {
            hostId = value;
            hostIdFallback = fallback;
            return this;
        }

        public Builder idleTimeout(Duration value) {
            idleTimeout = value;
            return this;
        }

        public Builder maximumConnections(int value) {
            maximumConnections = value;
            return this;
        }

        /** @throws IllegalArgumentException when two settings contradict each other */
        public ServerSettings build() {
            return new ServerSettings(
                    directory,
                    address,
                    port,
                    allowUpload,
                    allowOverwrite,
                    listing,
                    tls,
                    tlsPassword,
                    accounts,
                    tokens,
                    maximumUploadBytes,
                    sessionTimeout,
                    maximumSessions,
                    sessionsPerClient,
                    notificationType,
                    notificationUrl,
                    notificationTimeout,
                    hostId,
                    hostIdFallback,
                    idleTimeout,
                    leastBytesPerSecond,
                    maximumConnections);
        }
    }
}
