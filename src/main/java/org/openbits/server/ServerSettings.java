package org.openbits.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.server.ServerSetting.NotificationType;

/**
 * What a server serves, to whom, and how much it bears. Immutable: each {@code with} makes another.
 *
 * <pre>{@code
 * ServerSettings.of(Path.of("/srv")).with(ServerSetting.PORT, 8080).with(ServerSetting.ALLOW_UPLOAD, true)
 * }</pre>
 */
public final class ServerSettings {

    private final Path directory;
    private final Map<ServerSetting<?>, Object> values;

    private ServerSettings(Path directory, Map<ServerSetting<?>, Object> values) {
        this.directory = directory;
        this.values = values;
    }

    /** A server of this directory on any free port of the loopback address, that only gives. */
    public static ServerSettings of(Path directory) {
        return new ServerSettings(directory, Map.of());
    }

    /**
     * The same but for one setting.
     *
     * @throws IllegalArgumentException when the value is out of range
     */
    public <T> ServerSettings with(ServerSetting<T> setting, T value) {
        Map<ServerSetting<?>, Object> all = new HashMap<>(values);
        all.put(setting, setting.checked(Objects.requireNonNull(value, setting.toString())));
        return new ServerSettings(directory, all);
    }

    /** The same but for one setting, which a text tells. */
    <T> ServerSettings withText(ServerSetting<T> setting, String text) {
        return with(setting, setting.read(text));
    }

    /** The only directory that is read or written. */
    public Path directory() {
        return directory;
    }

    /** The value of a setting that always has one. */
    public <T> T get(ServerSetting<T> setting) {
        return Objects.requireNonNull(find(setting), setting.toString());
    }

    /** The value of a setting; null when it is not set and has no default: TLS, notification URL, host id. */
    @SuppressWarnings("unchecked") // with() put it there with its type
    public <T> @Nullable T find(ServerSetting<T> setting) {
        Object value = values.get(setting);
        return value == null ? setting.preset() : (T) value;
    }

    /** @throws IllegalArgumentException when two settings contradict each other */
    void check() {
        boolean isTold = get(ServerSetting.NOTIFICATION_TYPE) != NotificationType.NONE;
        if (isTold != (find(ServerSetting.NOTIFICATION_URL) != null)) {
            throw new IllegalArgumentException(
                    "A notification type ByReference or ByValue and a notification URL need each other");
        }
    }

    @Override
    public String toString() {
        return "ServerSettings[" + directory + " at " + get(ServerSetting.ADDRESS) + ":" + get(ServerSetting.PORT)
                + "]"; // holds secrets
    }
}
