package org.openbits.internal.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.FileRange;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who listen. Each has its own place for what it has not heard yet, newest wins; a slow one delays nobody else. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final Set<Subscriber> all = ConcurrentHashMap.newKeySet();
    private final Executor threads;

    Subscribers(Executor threads) {
        this.threads = threads;
    }

    /**
     * @param mayHear whether jobs of that owner concern the listener
     * @param wanted whether events of that kind do
     */
    Subscription add(Predicate<String> mayHear, Predicate<JobEvent.Kind> wanted, Consumer<JobEvent> listener) {
        Subscriber subscriber = new Subscriber(mayHear, wanted, listener);
        all.add(subscriber);
        return () -> all.remove(subscriber);
    }

    /** Whether somebody wants events of that kind. */
    boolean want(JobEvent.Kind kind) {
        for (Subscriber subscriber : all) {
            if (subscriber.wanted.test(kind)) {
                return true;
            }
        }
        return false;
    }

    void publish(JobEvent event) {
        for (Subscriber subscriber : all) {
            if (subscriber.wanted.test(event.kind())
                    && subscriber.mayHear.test(event.job().owner())) {
                subscriber.offer(event);
            }
        }
    }

    /** One listener. Guarded by this. */
    private final class Subscriber implements Runnable {

        /** Ranges add up, so no event of them replaces another. */
        private record Key(JobId job, JobEvent.Kind kind, int file, List<FileRange> ranges) {}

        private final Predicate<String> mayHear;
        private final Predicate<JobEvent.Kind> wanted;
        private final Consumer<JobEvent> listener;
        private final Map<Key, JobEvent> unheard = new LinkedHashMap<>();
        private boolean speaking;

        Subscriber(Predicate<String> mayHear, Predicate<JobEvent.Kind> wanted, Consumer<JobEvent> listener) {
            this.mayHear = mayHear;
            this.wanted = wanted;
            this.listener = listener;
        }

        synchronized void offer(JobEvent event) {
            Key key = new Key(event.job().id(), event.kind(), event.fileIndex(), event.ranges());
            unheard.remove(key);
            unheard.put(key, event);
            if (!speaking) {
                speaking = true;
                threads.execute(this);
            }
        }

        @Override
        public void run() {
            for (JobEvent event = next(); event != null; event = next()) {
                if (!all.contains(this)) {
                    continue;
                }
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    LOG.warn(
                            "A subscriber failed on {} of job {}",
                            event.kind(),
                            event.job().id(),
                            e);
                }
            }
        }

        private synchronized @Nullable JobEvent next() {
            if (unheard.isEmpty()) {
                speaking = false;
                return null;
            }
            return unheard.remove(unheard.keySet().iterator().next());
        }
    }
}
