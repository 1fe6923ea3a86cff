package org.openbits.internal.service;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.openbits.JobEvent;
import org.openbits.internal.wire.JobForm;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;
import org.openbits.internal.wire.PendingEvents;

/**
 * What waits to be written to one client. Answers go before events. A client that does not read holds up its own writer
 * only; one that lets too many events gather is cut off, and learns what it missed when it comes back. State is guarded
 * by {@code this}.
 */
final class Outbox {

    /** Events that may wait for a client; with modifications counted once a job. */
    private static final int MOST_EVENTS = 10_000;

    private final Deque<Message> messages = new ArrayDeque<>();
    private final Runnable onAnswered;
    private final PendingEvents events = new PendingEvents();
    private boolean ended;

    /** @param onAnswered told after each reply or refusal is written, on the writing thread */
    Outbox(Runnable onAnswered) {
        this.onAnswered = onAnswered;
    }

    synchronized void put(Message message) {
        if (!ended) {
            messages.add(message);
            notifyAll();
        }
    }

    /** False when the client is hopelessly behind: the connection should be closed. */
    synchronized boolean put(JobEvent event) {
        if (!ended) {
            events.add(event);
            notifyAll();
        }
        return events.size() <= MOST_EVENTS;
    }

    /** Nothing more comes; what waits is still written. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Writes until {@link #end}, then what is left. For the one writing thread. */
    void writeTo(LineChannel lines) throws IOException {
        Message message;
        while ((message = next()) != null) {
            message.lines(lines::write);
            if (!(message instanceof Message.Note)) {
                onAnswered.run();
            }
        }
    }

    private synchronized @Nullable Message next() {
        while (messages.isEmpty() && events.size() == 0 && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                ended = true;
            }
        }
        Message message = messages.poll();
        if (message != null) {
            return message;
        }
        JobEvent event = events.poll();
        return event == null ? null : new Message.Note(Methods.CHANGED, JobForm.write(event));
    }
}
