package org.openbits.internal.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.Methods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service: listens for clients until it is told to stop, a newer one wants its place, or it has been idle for long.
 * State is guarded by {@code this}.
 */
final class Bitsd implements ServiceRequests {

    private static final String REOPEN = "the jobs can be saved again";

    private static final Logger LOG = LoggerFactory.getLogger(Bitsd.class);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final Engine engine;
    private final Duration idleLimit;
    private final LongSupplier nanoTime;
    private final Hello self = Hello.ofThisProcess();
    private final long began;
    private @Nullable SocketServer server;
    private @Nullable String reasonToLeave;

    /**
     * @param engine owned from now on
     * @param idleLimit how long it stays without anything to do
     */
    Bitsd(Engine engine, Duration idleLimit, LongSupplier nanoTime) {
        this.engine = engine;
        this.idleLimit = idleLimit;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /**
     * Serves until it is time to leave; returns when every job is safe and the home is free.
     *
     * @return whether the jobs are to be opened and served anew: their disk takes something again
     */
    boolean serve(Path socket) throws IOException {
        String reason;
        try (engine;
                SocketServer opened = SocketServer.open(socket, engine::channel, this)) {
            synchronized (this) {
                server = opened;
            }
            LOG.info("Ready at {}, version {}, {} jobs", socket, self.build().version(), engine.jobs());
            reason = awaitReasonToLeave(opened);
            LOG.info("Leaving: {}", reason);
            opened.leave(reason);
        }
        LOG.info("Left");
        return reason.equals(REOPEN);
    }

    private synchronized String awaitReasonToLeave(SocketServer clients) {
        IdleWatch watch = new IdleWatch(idleLimit, nanoTime);
        long millis = Math.max(1, Math.min(idleLimit.dividedBy(10).toMillis(), LONGEST_LOOK.toMillis()));
        while (reasonToLeave == null) {
            if (engine.needsReopening()) {
                reasonToLeave = REOPEN;
            } else if (watch.isDue(clients.clients() == 0 && engine.isIdle())) {
                reasonToLeave = "idle";
            } else {
                try {
                    wait(millis);
                } catch (InterruptedException e) {
                    reasonToLeave = Methods.BYE_STOP;
                }
            }
        }
        return reasonToLeave;
    }

    @Override
    public Fields status() {
        return Fields.empty()
                .put("pid", self.pid())
                .put("version", self.build().version())
                .put(
                        "uptimeMillis",
                        Duration.ofNanos(nanoTime.getAsLong() - began).toMillis())
                .put("jobs", engine.jobs())
                .put("warning", engine.warning());
    }

    @Override
    public void stop() {
        leave(Methods.BYE_STOP);
    }

    @Override
    public synchronized boolean retire() {
        if (server == null || server.clients() > 1 || !engine.isIdle()) {
            return false;
        }
        leave(Methods.BYE_RETIRE);
        return true;
    }

    private synchronized void leave(String reason) {
        if (reasonToLeave == null) {
            reasonToLeave = reason;
        }
        notifyAll();
    }
}
