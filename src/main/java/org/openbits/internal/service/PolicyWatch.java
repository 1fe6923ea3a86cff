package org.openbits.internal.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.queue.Policies;
import org.openbits.internal.queue.PolicyFile;
import org.openbits.spi.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The policy file: read at the start and again whenever its time stamp changes. */
final class PolicyWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Path file;
    private @Nullable FileTime stamp;
    private Policies policies;
    private volatile Set<Permission> permissions = Set.of();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread watcher = new Thread(task, "bits-policy");
        watcher.setDaemon(true);
        return watcher;
    });

    PolicyWatch(Path file) {
        this.file = file;
        this.stamp = stampNow();
        this.policies = read();
    }

    /** What holds. Call it before {@link #start}. */
    Policies policies() {
        return policies;
    }

    /** What protocols may do beyond their ordinary ways. */
    Set<Permission> permissions() {
        return permissions;
    }

    /** @param changed told of other policies, on a thread of the watch */
    PolicyWatch start(Consumer<Policies> changed) {
        thread.scheduleWithFixedDelay(
                () -> lookAgain(changed), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Looks once and survives it: a watch that ended would never hear of a policy again. */
    void lookAgain(Consumer<Policies> changed) {
        try {
            look(changed);
        } catch (RuntimeException | Error e) {
            LOG.error("The policy file {} could not be put into force; it is tried again", file, e);
        }
    }

    /** Looks once. Confined to the thread of the watch. */
    void look(Consumer<Policies> changed) {
        FileTime now = stampNow();
        if (now == null ? stamp == null : now.equals(stamp)) {
            return;
        }
        policies = read();
        LOG.info("The policy file {} changed", file);
        changed.accept(policies);
        stamp = now;
    }

    private Policies read() {
        PolicyFile read = PolicyFile.read(file);
        read.complaints().forEach(LOG::warn);
        permissions = read.permissions();
        return read.policies();
    }

    private @Nullable FileTime stampNow() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null; // no file: the defaults hold
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
