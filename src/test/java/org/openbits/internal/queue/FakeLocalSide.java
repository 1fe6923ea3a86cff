package org.openbits.internal.queue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.file.LocalSide;

/** Names and deletes no file, but remembers; denies, or hangs, when a test says so. */
final class FakeLocalSide implements LocalSide {

    final Set<String> published = ConcurrentHashMap.newKeySet();
    final Set<String> discarded = ConcurrentHashMap.newKeySet();
    final Set<String> denied = ConcurrentHashMap.newKeySet();
    final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger names = new AtomicInteger();
    volatile @Nullable CountDownLatch hang;
    /** Part of the name of the file at which it hangs; by default any. */
    volatile String hangAt = "";

    private volatile boolean hanging;

    @Override
    public void checkDestination(String localName) {
        remember(localName);
        if (localName.contains("overflow")) {
            throw new StackOverflowError("the test said so");
        }
        if (localName.contains("missing")) {
            throw new BitsException(ErrorCode.ERROR_PATH_NOT_FOUND, "There is no directory for " + localName);
        }
    }

    @Override
    public void checkSource(String localName) {
        // Every file is there.
    }

    @Override
    public Path temporaryFor(Path destination) {
        return destination.resolveSibling(String.format("BIT%08x.tmp", names.incrementAndGet()));
    }

    @Override
    public void publish(Path temporary, Path destination, @Nullable Instant lastModified) throws IOException {
        remember(destination.toString());
        if (denied.contains(destination.toString())) {
            throw new AccessDeniedException(destination.toString(), null, "the test denies it");
        }
        published.add(destination.toString());
    }

    @Override
    public void discard(Path temporary) throws IOException {
        remember(temporary.toString());
        if (denied.contains(temporary.toString())) {
            throw new AccessDeniedException(temporary.toString());
        }
        discarded.add(temporary.toString());
    }

    boolean isHanging() {
        return hanging;
    }

    private void remember(String file) {
        synchronized (threads) {
            threads.add(Thread.currentThread());
        }
        CountDownLatch latch = hang;
        if (latch != null && file.contains(hangAt)) {
            hanging = true;
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
