package org.openbits.internal.queue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets what a turn says leave only after what it changed is durable, in the order of the turns; on a thread of its own, so
 * that neither queue nor store waits for those who listen.
 */
final class Announcer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread announcer = new Thread(task, "bits-announce");
        announcer.setDaemon(true);
        return announcer;
    });
    private CompletableFuture<Void> tail = CompletableFuture.completedFuture(null);

    /** Called on the queue thread. */
    void after(CompletableFuture<Void> saved, List<Turn.Saying> sayings) {
        CompletableFuture<Void> before = tail.thenCombine(saved, (a, b) -> a);
        tail = before.whenCompleteAsync((nothing, lost) -> say(sayings, lost), thread);
    }

    /** The same for what did not come to be, though later turns do. Called on the queue thread. */
    void refuse(List<Turn.Saying> sayings, Throwable why) {
        tail = tail.whenCompleteAsync((nothing, lost) -> say(sayings, lost == null ? why : lost), thread);
    }

    private static void say(List<Turn.Saying> sayings, @Nullable Throwable lost) {
        for (Turn.Saying saying : sayings) {
            try {
                saying.say(lost);
            } catch (RuntimeException | Error e) { // whatever it is, the next one is not told of it
                LOG.error("A listener of the queue failed", e);
            }
        }
    }

    /** Everything said so far has left when this completes. Called on the queue thread. */
    CompletableFuture<Void> quiet() {
        return tail;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
