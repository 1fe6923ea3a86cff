package org.openbits.internal.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.MalformedMessageException;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;

/**
 * Sends calls and brings their answers, over one connection after another.
 *
 * <p>Two threads, started here and ended by {@link #close}: the reader connects and reads, the writer writes. No other
 * thread touches a channel, because callers may be interrupted and an interrupt closes a channel. State is guarded by
 * {@code this}; no I/O happens under the lock.
 *
 * <p>When a connection breaks, calls that may be repeated go out again over the next one, the others fail; a next one is
 * made while there is a call to answer or somebody listens. A service that said goodbye because it was told to stop is
 * not started again for listeners alone.
 */
final class Conversation implements AutoCloseable {

    private static final long SECONDS_BETWEEN_TRIES = 5;

    private final Connector connector;
    private final Consumer<Fields> onEvent;
    private final Supplier<List<Call<?>>> greeting;
    private final Deque<Call<?>> unsent = new ArrayDeque<>();
    private final Map<Long, Call<?>> sent = new LinkedHashMap<>();
    private final CompletableFuture<Link> firstLink = new CompletableFuture<>();
    private @Nullable Link current;
    private boolean opening = true;
    private boolean listening;
    private boolean dismissed;
    private boolean closed;
    private long nextId = 1;

    /**
     * @param onEvent hears every event note; on the reading thread, must not block
     * @param greeting calls to send first over every connection, while somebody listens
     */
    Conversation(Connector connector, Consumer<Fields> onEvent, Supplier<List<Call<?>>> greeting) {
        this.connector = connector;
        this.onEvent = onEvent;
        this.greeting = greeting;
    }

    void start() {
        thread("bits-client-reader", this::readConnections);
        thread("bits-client-writer", this::writeCalls);
    }

    /** Completes when the service was reached for the first time, or could not be. */
    CompletableFuture<Link> firstLink() {
        return firstLink;
    }

    <T> CompletableFuture<T> send(Call<T> call) {
        synchronized (this) {
            if (closed) {
                call.fail(closedHere());
            } else {
                unsent.add(call);
                notifyAll();
            }
        }
        return call.answer();
    }

    /** Whether a lost connection is made again without a call. */
    synchronized void listen(boolean on) {
        listening = on;
        notifyAll();
    }

    @Override
    public void close() {
        List<Call<?>> orphans;
        Link link;
        synchronized (this) {
            closed = true;
            link = current;
            orphans = takeAll();
            notifyAll();
        }
        if (link != null) {
            link.close();
        }
        orphans.forEach(call -> call.fail(closedHere()));
    }

    private void readConnections() {
        while (awaitNeed()) {
            Link link;
            try {
                link = connector.connect();
            } catch (BitsException e) {
                giveUp(e);
                continue;
            } catch (RuntimeException | Error e) {
                giveUp(new BitsException(
                        ErrorCode.ERROR_SERVICE_NOT_ACTIVE, "The transfer service cannot be reached: " + e, e));
                continue;
            }
            firstLink.complete(link);
            if (attach(link)) {
                String farewell = read(link);
                detach(link, farewell);
            }
            link.close();
        }
    }

    /** Waits until there is a reason to be connected; false when closed. */
    private synchronized boolean awaitNeed() {
        while (!closed && !opening && unsent.isEmpty() && (!listening || dismissed)) {
            await(0);
        }
        return !closed;
    }

    private synchronized boolean attach(Link link) {
        if (closed) {
            return false;
        }
        opening = false;
        dismissed = false;
        if (listening) {
            List<Call<?>> first = greeting.get();
            for (int i = first.size() - 1; i >= 0; i--) {
                unsent.addFirst(first.get(i));
            }
        }
        current = link;
        notifyAll();
        return true;
    }

    /** Reads until the connection ends; returns the reason the service gave, or an empty text. */
    private String read(Link link) {
        String farewell = "";
        try {
            String line;
            while ((line = link.lines().read()) != null) {
                Message message = Message.parse(line);
                if (message instanceof Message.Note note && note.method().equals(Methods.BYE)) {
                    farewell = note.params().text("reason");
                } else {
                    receive(message);
                }
            }
        } catch (IOException | RuntimeException e) {
            // A broken or garbled connection is a lost one: detach() settles what was under way.
            return farewell;
        }
        return farewell;
    }

    private void receive(Message message) {
        if (message instanceof Message.Reply reply) {
            Call<?> call = take(reply.id());
            if (call != null) {
                call.reply(reply.result());
            }
        } else if (message instanceof Message.Refusal refusal) {
            Call<?> call = take(refusal.id());
            if (call != null) {
                call.fail(refusal.error());
            }
        } else if (message instanceof Message.Note note && note.method().equals(Methods.CHANGED)) {
            onEvent.accept(note.params());
        } else if (message instanceof Message.Note note && note.method().equals(Message.PART)) {
            Call<?> call = peek(note.params().number("of"));
            if (call != null) {
                call.part(note.params().objects("items"));
            }
        }
    }

    private synchronized @Nullable Call<?> take(long id) {
        return sent.remove(id);
    }

    private synchronized @Nullable Call<?> peek(long id) {
        return sent.get(id);
    }

    private synchronized void detach(Link link, String farewell) {
        current = null;
        List<Call<?>> lost = new ArrayList<>(sent.values());
        sent.clear();
        for (int i = lost.size() - 1; i >= 0; i--) {
            // A service that says goodbye has answered all that it did: what is not answered was not done.
            if (!closed && (!farewell.isEmpty() || lost.get(i).survivesLoss())) {
                unsent.addFirst(lost.get(i));
            }
        }
        dismissed = farewell.equals(Methods.BYE_STOP);
    }

    /** The service can be neither reached nor started. */
    private void giveUp(BitsException error) {
        firstLink.completeExceptionally(error);
        List<Call<?>> hopeless;
        synchronized (this) {
            opening = false;
            hopeless = takeAll();
        }
        hopeless.forEach(call -> call.fail(error));
        synchronized (this) {
            if (!closed && unsent.isEmpty() && listening) {
                await(TimeUnit.SECONDS.toMillis(SECONDS_BETWEEN_TRIES));
            }
        }
    }

    private List<Call<?>> takeAll() {
        List<Call<?>> all = new ArrayList<>(sent.values());
        all.addAll(unsent);
        sent.clear();
        unsent.clear();
        return all;
    }

    private void writeCalls() {
        while (true) {
            long id;
            Call<?> call;
            Link link;
            synchronized (this) {
                while (!closed && (current == null || unsent.isEmpty())) {
                    await(0);
                }
                link = current;
                if (closed || link == null) {
                    return;
                }
                id = nextId++;
                call = unsent.remove();
                sent.put(id, call);
            }
            write(link, id, call);
        }
    }

    private void write(Link link, long id, Call<?> call) {
        LineChannel lines = link.lines();
        try {
            new Message.Request(id, call.method(), call.params()).lines(lines::write);
        } catch (MalformedMessageException e) {
            take(id);
            call.fail(new BitsException(
                    ErrorCode.E_INVALIDARG,
                    "The request " + call.method() + " holds a value too long for a message: " + e.getMessage(),
                    e));
        } catch (IOException e) {
            // The reader sees the end too, and decides about this call.
            link.close();
        }
    }

    /** Nobody interrupts our threads; if somebody does, they end and every call fails. */
    private void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private static BitsException closedHere() {
        return new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, "The manager was closed before the answer came");
    }

    private void thread(String name, Runnable body) {
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } finally {
                        close(); // whatever ended it: nobody may wait for an answer that cannot come
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
