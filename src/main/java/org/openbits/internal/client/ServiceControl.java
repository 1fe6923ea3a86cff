package org.openbits.internal.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.Methods;

/**
 * Starts, stops and looks at the service, for {@code bits service start|stop|status}. Every method blocks, and uses a
 * connection on the calling thread: do not call it on one that may be interrupted.
 */
public final class ServiceControl {

    private static final long SECONDS_TO_LEAVE = 60;

    private final Activation activation;

    private ServiceControl(Activation activation) {
        this.activation = activation;
    }

    /** The service of this user. */
    public static ServiceControl ofUser() {
        return of(null, System.getenv());
    }

    /** @param home a home of its own, or null for this user's */
    static ServiceControl of(@Nullable Path home, Map<String, String> environment) {
        return new ServiceControl(ServiceManagerProvider.activation(home, environment));
    }

    /**
     * A service that runs.
     *
     * @param pid its process
     * @param version of its release
     * @param uptime since it became ready
     * @param jobs in its queue
     * @param warning what its user must know, such as that the store could not be read; or null
     */
    public record Status(
            long pid,
            String version,
            Duration uptime,
            int jobs,
            @Nullable String warning) {

        /** {@code {"pid":1,"version":"0.1.0","uptime":12,"jobs":3,"warning":null}}; uptime in seconds. */
        public String toJson() {
            return Fields.empty()
                    .put("pid", pid)
                    .put("version", version)
                    .put("uptime", uptime.toSeconds())
                    .put("jobs", jobs)
                    .put("warning", warning)
                    .toJson();
        }
    }

    /**
     * Looks; starts nothing. Null when no service runs.
     *
     * @throws BitsException ERROR_SERVICE_NOT_ACTIVE when what is there cannot be talked to
     */
    public @Nullable Status status() {
        try (Link link = activation.find()) {
            return link == null ? null : ask(link);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Starts the service where none runs.
     *
     * @throws BitsException ERROR_SERVICE_NOT_ACTIVE when it cannot be started
     */
    public Status start() {
        try (Link link = activation.connect()) {
            return ask(link);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Stops the service and waits until its process is gone; jobs are kept and go on with the next start. False when none
     * ran.
     */
    public boolean stop() {
        try (Link link = activation.find()) {
            if (link == null) {
                return false;
            }
            Activation.ask(link, Methods.STOP);
            awaitEnd(link.service().pid());
            return true;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static void awaitEnd(long pid) {
        ProcessHandle service = ProcessHandle.of(pid).orElse(null);
        if (service == null) {
            return;
        }
        try {
            service.onExit().get(SECONDS_TO_LEAVE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new BitsException(
                    ErrorCode.E_FAIL,
                    "The transfer service (process " + pid + ") was told to stop and still runs after "
                            + SECONDS_TO_LEAVE + " s; its log says what it does",
                    e);
        }
    }

    private static Status ask(Link link) throws IOException {
        Fields status = Activation.ask(link, Methods.STATUS);
        return new Status(
                status.number("pid"),
                status.text("version"),
                Duration.ofMillis(status.number("uptimeMillis")),
                status.index("jobs"),
                status.textOrNull("warning"));
    }

    private static BitsException unreachable(IOException e) {
        return new BitsException(
                ErrorCode.ERROR_SERVICE_NOT_ACTIVE, "The transfer service cannot be reached: " + e.getMessage(), e);
    }
}
