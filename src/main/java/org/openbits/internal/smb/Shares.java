package org.openbits.internal.smb;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import jcifs.BufferCache;
import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.Configuration;
import jcifs.Credentials;
import jcifs.context.BaseContext;
import jcifs.smb.Kerb5Authenticator;
import jcifs.smb.SmbUnsupportedOperationException;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.smb.Settings.Speech;
import org.openbits.spi.Permission;

/** The connections nobody uses at the moment, and how new ones are made. Thread-safe; guarded by this. */
final class Shares {

    /** As many as files of one job move at once. */
    private static final int MOST_IDLE = 8;

    private static final long WITHOUT_TICKET_NANOS = Duration.ofMinutes(10).toNanos();
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

    static {
        Signing.install();
    }

    private final Map<Key, Deque<Idle>> idle = new HashMap<>();
    private final CIFSContext plain;
    private final boolean mayBeOld;
    private final Tickets tickets = new Tickets();
    /** Servers that know no Kerberos, or not our realm, and since when. */
    private final Map<String, Long> withoutTicket = new ConcurrentHashMap<>();

    private volatile String ticketFailure = "";
    private final long longestIdleNanos;
    private final Executor later;
    private boolean sweeping;
    private boolean closed;

    /** Whose connection with what. */
    record Key(String server, int port, String share, Account account) {

        static Key of(SmbName name, Account account) {
            return new Key(name.server(), name.port(), name.share(), account);
        }
    }

    private record Idle(Share share, long since) {}

    Shares(Set<Permission> permissions) {
        this(permissions, LONGEST_IDLE);
    }

    /** @param longestIdle how long a connection that nobody uses stays open; twice that at most */
    Shares(Set<Permission> permissions, Duration longestIdle) {
        longestIdleNanos = longestIdle.toNanos();
        later = CompletableFuture.delayedExecutor(longestIdleNanos, TimeUnit.NANOSECONDS);
        plain = contextOf(permissions.contains(Permission.DFS) ? Speech.DFS : Speech.PLAIN);
        mayBeOld = permissions.contains(Permission.SMB1);
    }

    private static CIFSContext contextOf(Speech speech) {
        try {
            Configuration settings = new Settings(speech);
            Buffers buffers = new Buffers(settings.getMaximumBufferSize());
            return new BaseContext(settings) {
                @Override
                public BufferCache getBufferCache() {
                    return buffers;
                }
            };
        } catch (CIFSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection used before, or null. */
    synchronized @Nullable Share takeIdle(Key key) {
        Deque<Idle> waiting = idle.get(key);
        while (waiting != null && !waiting.isEmpty()) {
            Share share = waiting.pop().share();
            if (share.isUsable()) {
                return share;
            }
        }
        return null;
    }

    Share connect(SmbName name, Account account) throws IOException {
        Subject holder = account.isNobody() ? ticketFor(name) : null;
        return holder == null
                ? connectAs(account.forTheLibrary(), name)
                : connectAs(new Kerb5Authenticator(holder), name);
    }

    private Share connectAs(Credentials credentials, SmbName name) throws IOException {
        try {
            return Smb2Share.connect(plain.withCredentials(credentials), name);
        } catch (IOException e) {
            if (!Verdicts.isClosedAtTheGreeting(e)) {
                throw e;
            }
            return connectByTheOldest(credentials, name, e);
        }
    }

    /** A server that hangs up may be starting, or know SMB 1 only: it is asked, also when that must not be used. */
    private Share connectByTheOldest(Credentials credentials, SmbName name, IOException hungUp) throws IOException {
        CIFSContext old = contextOf(Speech.OLD);
        if (!Smb1Share.isSpokenAt(old, name)) {
            throw hungUp;
        }
        if (!mayBeOld) {
            throw new OldServerException(hungUp);
        }
        return Smb1Share.connect(old.withCredentials(credentials), name);
    }

    /** The server speaks SMB 1 only, and no policy allows that. */
    static final class OldServerException extends IOException {
        private static final long serialVersionUID = 1;

        OldServerException(IOException cause) {
            super("the server speaks SMB 1 only", cause);
        }
    }

    private @Nullable Subject ticketFor(SmbName name) {
        Long refused = withoutTicket.get(name.server());
        if (refused != null && System.nanoTime() - refused < WITHOUT_TICKET_NANOS) {
            return null;
        }
        return tickets.current();
    }

    /**
     * Whether the ticket was tried and may be what failed. From here on, for a while, that server is asked without it.
     *
     * @param why as the server or the ticket server says
     */
    boolean triedTicket(SmbName name, Account account, IOException why) {
        boolean isTried = account.isNobody() && ticketFor(name) != null;
        if (isTried) {
            withoutTicket.put(name.server(), System.nanoTime());
            ticketFailure = "the Kerberos ticket was not taken: " + Verdicts.inWords(why);
        }
        return isTried;
    }

    /** Why nobody was asked for as the holder of a ticket. */
    String noTicket(Account account) {
        if (!account.isNobody()) {
            return "";
        }
        return tickets.why().isEmpty() ? ticketFailure : tickets.why();
    }

    /** Whether the server refuses the share because the library does not encrypt. Asks it; what fails says no. */
    boolean isRefusedForEncryption(SmbName name, Account account) {
        CIFSContext encrypting = contextOf(Speech.ENCRYPTING);
        try {
            return Smb2Share.requiresEncryption(encrypting.withCredentials(account.forTheLibrary()), name);
        } catch (SmbUnsupportedOperationException e) {
            // The server asks for it in the very session.
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes back a connection whose files are closed. */
    void giveBack(Key key, Share share) {
        boolean isWelcome;
        synchronized (this) {
            Deque<Idle> waiting = idle.computeIfAbsent(key, none -> new ArrayDeque<>());
            isWelcome = !closed && waiting.size() < MOST_IDLE && share.isUsable();
            if (isWelcome) {
                waiting.push(new Idle(share, System.nanoTime()));
                sweepLater();
            }
        }
        if (!isWelcome) {
            share.disconnect();
        }
    }

    private void sweepLater() {
        if (!sweeping) {
            sweeping = true;
            later.execute(this::sweep);
        }
    }

    /** Ends what nobody has used for long. */
    private void sweep() {
        List<Share> old = new ArrayList<>();
        synchronized (this) {
            sweeping = false;
            long now = System.nanoTime();
            for (Deque<Idle> waiting : idle.values()) {
                while (!waiting.isEmpty() && now - waiting.getLast().since() >= longestIdleNanos) {
                    old.add(waiting.removeLast().share());
                }
            }
            idle.values().removeIf(Deque::isEmpty);
            if (!idle.isEmpty()) {
                sweepLater();
            }
        }
        old.forEach(Share::disconnect);
    }

    void close() {
        List<Share> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            idle.values().forEach(waiting -> waiting.forEach(each -> all.add(each.share())));
            idle.clear();
        }
        all.forEach(Share::disconnect);
    }
}
