package org.openbits.internal.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.internal.wire.PendingEvents;

/**
 * Hands events to listeners, on a thread of its own: a listener may ask for more and wait for the answer, which the
 * reading thread brings. Starts the thread with the first event. State is guarded by {@code this}.
 */
final class Listeners {

    /** One that hears, of an identity of its own: registered twice, it takes two closes. */
    static final class Listener {

        private final Predicate<JobEvent.Kind> wanted;
        private final Consumer<JobEvent> consumer;

        Listener(Predicate<JobEvent.Kind> wanted, Consumer<JobEvent> consumer) {
            this.wanted = wanted;
            this.consumer = consumer;
        }
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final PendingEvents pending = new PendingEvents();
    private final Map<JobId, JobInfo> seen = new HashMap<>();
    private @Nullable Thread thread;
    private boolean closed;

    void add(Listener listener) {
        listeners.add(listener);
    }

    /** Whether it was there. */
    boolean remove(Listener listener) {
        return listeners.remove(listener);
    }

    boolean areNone() {
        return listeners.isEmpty();
    }

    /** Whether one of them wants events of that kind. */
    boolean want(JobEvent.Kind kind) {
        return listeners.stream().anyMatch(listener -> listener.wanted.test(kind));
    }

    synchronized void tell(JobEvent event) {
        if (closed || listeners.isEmpty()) {
            return;
        }
        if (event.job().state().isFinal()) {
            seen.remove(event.job().id());
        } else {
            seen.put(event.job().id(), event.job());
        }
        pending.add(event);
        if (thread == null) {
            thread = new Thread(this::deliver, "bits-client-events");
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
    }

    /** The jobs last heard of that had not left the queue. */
    synchronized Map<JobId, JobInfo> seen() {
        return new HashMap<>(seen);
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void deliver() {
        JobEvent event;
        while ((event = next()) != null) {
            for (Listener listener : listeners) {
                try {
                    if (listener.wanted.test(event.kind())) {
                        listener.consumer.accept(event);
                    }
                } catch (RuntimeException e) {
                    // A listener's failure is its own: the others still hear, and its author sees the trace.
                    Thread.UncaughtExceptionHandler handler =
                            Thread.currentThread().getUncaughtExceptionHandler();
                    handler.uncaughtException(Thread.currentThread(), e);
                }
            }
        }
    }

    private synchronized @Nullable JobEvent next() {
        while (!closed && pending.size() == 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        return closed ? null : pending.poll();
    }
}
