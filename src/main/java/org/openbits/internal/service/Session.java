package org.openbits.internal.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobEvent;
import org.openbits.Subscription;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.FileForm;
import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.MalformedMessageException;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation with one client: a thread that reads and one that writes. Answers are sent when the queue gives them,
 * in any order. A client that sends what is no message is cut off; one that asks faster than it reads answers waits.
 */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** Requests of one client that wait for an answer or whose answer it has not read; the next waits in its socket. */
    private static final int MOST_REQUESTS = 16;

    /** Files sent ahead of requests that have not come: twice what a job may hold. */
    private static final int MOST_FILES_AHEAD = 200_000;

    private final LineChannel lines;
    private final JobChannel queue;
    private final ServiceRequests service;
    private final Semaphore places = new Semaphore(MOST_REQUESTS);
    private final Outbox outbox = new Outbox(places::release);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<Long, List<FileSpec>> ahead = new HashMap<>();
    private int filesAhead;
    private volatile boolean leaving;
    private volatile boolean closed;
    private volatile boolean tellsOfFiles;
    private @Nullable Subscription subscription;

    /**
     * @param lines owned from now on
     * @param queue as the client's user sees it; owned from now on
     */
    Session(LineChannel lines, JobChannel queue, ServiceRequests service) {
        this.lines = lines;
        this.queue = queue;
        this.service = service;
    }

    /** Talks until the client hangs up or {@link #close}; the writer closes the connection when all is written. */
    void talk(String name) {
        Thread writer = new Thread(this::write, name + "-writer");
        writer.start();
        outbox.put(Hello.ofThisProcess().toNote());
        try {
            read();
            // It may have closed its half only, and still read: what it asked for is answered first.
            places.acquireUninterruptibly(leaving ? 0 : MOST_REQUESTS);
            outbox.end();
        } catch (MalformedMessageException | BitsException e) {
            LOG.warn("{} sent {}: connection closed", name, e.getMessage());
            close();
        } catch (IOException e) {
            LOG.debug("{} is gone: {}", name, e.toString());
            close();
        } finally {
            outbox.end();
            queue.close();
        }
    }

    /** Takes no more requests; those under way are answered. */
    void refuseMore() {
        leaving = true;
    }

    /**
     * Waits for the answers of requests under way, says why and hangs up once all is written. So a client knows that what
     * was not answered was not done. At once when the time is over.
     */
    void bye(String reason, long nanos) {
        try {
            if (places.tryAcquire(MOST_REQUESTS, nanos, TimeUnit.NANOSECONDS)) {
                outbox.put(new Message.Note(Methods.BYE, Fields.empty().put("reason", reason)));
                outbox.end();
                ended.await(nanos, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Hangs up at once. */
    void close() {
        closed = true;
        lines.close();
        places.release(MOST_REQUESTS);
    }

    private void write() {
        try {
            outbox.writeTo(lines);
        } catch (IOException e) {
            LOG.debug("a client no longer reads: {}", e.toString());
        } finally {
            close();
            ended.countDown();
        }
    }

    private void read() throws IOException {
        String line;
        while ((line = lines.read()) != null && !closed) {
            Message message = Message.parse(line);
            if (message instanceof Message.Request request) {
                places.acquireUninterruptibly();
                if (leaving) {
                    places.release(); // not done, and so not answered: nobody waits for it
                } else {
                    answer(request);
                }
            } else if (message instanceof Message.Note note && note.method().equals(Message.PART)) {
                keep(note.params());
            }
        }
    }

    private void keep(Fields part) throws MalformedMessageException {
        List<FileSpec> files = ahead.computeIfAbsent(part.number("of"), id -> new ArrayList<>());
        for (Fields file : part.objects("items")) {
            files.add(FileForm.readSpec(file));
        }
        filesAhead += part.objects("items").size();
        if (filesAhead > MOST_FILES_AHEAD) {
            throw new MalformedMessageException("more than " + MOST_FILES_AHEAD + " files ahead of a request");
        }
    }

    private void answer(Message.Request request) {
        CompletableFuture<Fields> answer;
        try {
            answer = handle(request);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((result, trouble) -> outbox.put(
                trouble == null
                        ? new Message.Reply(request.id(), result)
                        : new Message.Refusal(request.id(), refusal(request.method(), trouble))));
    }

    private CompletableFuture<Fields> handle(Message.Request request) {
        Fields params = request.params();
        switch (request.method()) {
            case Methods.STATUS:
                return CompletableFuture.completedFuture(service.status());
            case Methods.STOP:
                service.stop();
                return done();
            case Methods.RETIRE:
                return CompletableFuture.completedFuture(Fields.empty().put("leaving", service.retire()));
            case Methods.SUBSCRIBE:
                tellsOfFiles = !params.has("files") || params.flag("files");
                subscribe();
                return done();
            case Methods.UNSUBSCRIBE:
                unsubscribe();
                return done();
            default:
                CompletableFuture<Fields> answer =
                        Requests.handle(request.method(), queue, params, filesOf(request.id(), params));
                if (answer == null) {
                    throw new BitsException(
                            ErrorCode.E_NOTIMPL, "The service does not know the request '" + request.method() + "'");
                }
                return answer;
        }
    }

    private List<FileSpec> filesOf(long request, Fields params) {
        List<FileSpec> files = ahead.remove(request);
        if (files == null) {
            files = new ArrayList<>();
        }
        filesAhead -= files.size();
        if (params.has("items")) {
            for (Fields file : params.objects("items")) {
                files.add(FileForm.readSpec(file));
            }
        }
        return files;
    }

    private void subscribe() {
        if (subscription == null) {
            subscription = queue.subscribe(kind -> tellsOfFiles || kind != JobEvent.Kind.FILE_TRANSFERRED, event -> {
                if (!outbox.put(event)) {
                    LOG.warn("a client does not read its events: connection closed");
                    close();
                }
            });
        }
    }

    private void unsubscribe() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private static CompletableFuture<Fields> done() {
        return CompletableFuture.completedFuture(Fields.empty());
    }

    private static BitsException refusal(String method, Throwable trouble) {
        Throwable cause = trouble;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof BitsException refusal) {
            return refusal;
        }
        LOG.error("{} failed", method, cause);
        return new BitsException(ErrorCode.E_FAIL, "The service failed at " + method + ": " + cause);
    }
}
