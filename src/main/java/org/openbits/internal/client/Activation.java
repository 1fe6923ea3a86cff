package org.openbits.internal.client;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.PrivateDirectory;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.MalformedMessageException;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;

/**
 * Brings a connection to the service of a home: looks, judges ({@link Finding}), then uses, replaces or starts it. Many
 * clients may do so at once; they get one service.
 */
final class Activation implements Connector {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(10).toNanos();

    private final Home home;
    private final Probe probe;
    private final ServiceProcess process;
    private final Hello own;

    Activation(Home home, @Nullable Path bitsHome, Map<String, String> environment) {
        this(home, bitsHome, environment, Hello.ofThisProgram());
    }

    /** @param own what the service's hello is compared with */
    Activation(Home home, @Nullable Path bitsHome, Map<String, String> environment, Hello own) {
        this.own = own;
        this.home = home;
        this.probe = new Probe(home.socket(), PATIENCE);
        this.process = new ServiceProcess(home, bitsHome, environment);
    }

    @Override
    public Link connect() {
        try {
            return activate();
        } catch (AccessDeniedException e) {
            throw failure(
                    "cannot be reached: " + e.getFile()
                            + " is closed to this user; choose another place with BITS_HOME",
                    e);
        } catch (IOException e) {
            throw failure("cannot be reached at " + home.socket() + ": " + e.getMessage(), e);
        }
    }

    /** The service if there is one, whatever its age; null when there is none. */
    @Nullable
    Link find() throws IOException {
        Sighting seen = probe.look();
        return switch (Finding.of(seen, own)) {
            case FINE, OLDER, TOO_OLD, TOO_NEW -> seen.link();
            case ABSENT, STALE, LEAVING -> null;
            case UNSAFE_DIRECTORY, NOT_OURS, SILENT, NO_SERVICE -> throw refusal(seen);
        };
    }

    private Link activate() throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST_START.toNanos()) {
            Sighting seen = probe.look();
            Link link = usable(seen);
            if (link == null) {
                link = startOnce();
            }
            if (link != null) {
                return link;
            }
        }
        throw failure("did not become ready within " + LONGEST_START.toSeconds() + " s. " + lastWords(), null);
    }

    /** The connection to use; null when a service must be started. */
    private @Nullable Link usable(Sighting seen) throws IOException {
        return switch (Finding.of(seen, own)) {
            case FINE -> seen.link();
            case OLDER -> retire(seen) ? null : seen.link();
            case TOO_OLD -> {
                if (retire(seen)) {
                    yield null;
                }
                throw refusal(seen);
            }
            case ABSENT, STALE, LEAVING -> null;
            case TOO_NEW, UNSAFE_DIRECTORY, NOT_OURS, SILENT, NO_SERVICE -> throw refusal(seen);
        };
    }

    /** Asks a service to make room; whether it does. One that hangs up instead was leaving already. */
    private static boolean retire(Sighting seen) {
        Link link = seen.link();
        try {
            if (link == null || !ask(link, Methods.RETIRE).flag("leaving")) {
                return false;
            }
        } catch (MalformedMessageException e) {
            return false;
        } catch (IOException e) {
            link.close();
            return true;
        }
        link.close();
        return true;
    }

    /** One request over a connection that nobody else uses yet. */
    static Fields ask(Link link, String method) throws IOException {
        new Message.Request(0, method, Fields.empty()).lines(link.lines()::write);
        String line;
        while ((line = link.lines().read()) != null) {
            Message message = Message.parse(line);
            if (message instanceof Message.Reply reply) {
                return reply.result();
            }
            if (message instanceof Message.Refusal refusal) {
                throw refusal.error();
            }
        }
        throw new IOException("the service hung up before it answered " + method);
    }

    private @Nullable Link startOnce() throws IOException {
        PrivateDirectory.ensure(home.runtime());
        try (StartLock turn = StartLock.in(home.runtime())) {
            // Another client may have started one while this one waited for its turn.
            Link link = usable(probe.look());
            return link == null ? start() : link;
        }
    }

    private @Nullable Link start() throws IOException {
        Process service = process.start();
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST_START.toNanos()) {
            Link link = usable(probe.look());
            if (link != null) {
                return link;
            }
            if (!service.isAlive()) {
                throw failure("ended with code " + service.exitValue() + " when it started. " + lastWords(), null);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return null;
    }

    private String lastWords() {
        return "Its last words, of " + home.logs() + ": " + process.tail();
    }

    private BitsException refusal(Sighting seen) {
        Hello service = seen.link() == null ? null : seen.link().service();
        if (seen.link() != null) {
            seen.link().close();
        }
        String who = service == null
                ? ""
                : "process " + service.pid() + ", version " + service.build().version();
        return failure(
                switch (Finding.of(seen, own)) {
                    case UNSAFE_DIRECTORY ->
                        "cannot be trusted: " + PrivateDirectory.complaint(home.runtime(), seen.directory());
                    case NOT_OURS ->
                        "at " + home.socket() + " belongs to another user; choose another place with BITS_HOME";
                    case TOO_OLD ->
                        "(" + who + ") is too old for this program and has jobs to do. Wait until it is idle, "
                                + "or run: bits service stop";
                    case TOO_NEW -> "(" + who + ") is too new for this program; use the program that came with it";
                    case SILENT ->
                        "accepts connections at " + home.socket() + " and says nothing for " + PATIENCE.toSeconds()
                                + " s; end its process, and the next call starts another";
                    case NO_SERVICE -> "is not what listens at " + home.socket() + "; end that program";
                    case FINE, OLDER, ABSENT, STALE, LEAVING -> "cannot be reached";
                },
                null);
    }

    private static BitsException failure(String what, @Nullable Throwable cause) {
        return new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, "The transfer service " + what, cause);
    }
}
