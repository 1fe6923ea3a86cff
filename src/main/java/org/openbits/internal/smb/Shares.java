package org.openbits.internal.smb;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jcifs.BufferCache;
import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.Configuration;
import jcifs.context.BaseContext;
import jcifs.smb.SmbUnsupportedOperationException;
import org.jspecify.annotations.Nullable;

/** The connections nobody uses at the moment, and how new ones are made. Thread-safe; guarded by this. */
final class Shares {

    private static final int MOST_IDLE = 4;
    private static final long LONGEST_IDLE_NANOS = Duration.ofSeconds(10).toNanos();

    static {
        Cmac.install();
    }

    private final Map<Key, Deque<Idle>> idle = new HashMap<>();
    private final CIFSContext plain = contextOf(false);
    private boolean closed;

    /** Whose connection with what. */
    record Key(String server, int port, String share, Account account) {

        static Key of(SmbName name, Account account) {
            return new Key(name.server(), name.port(), name.share(), account);
        }
    }

    private record Idle(Share share, long since) {}

    private static CIFSContext contextOf(boolean encryption) {
        try {
            Configuration settings = new Settings(encryption);
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
        return Share.connect(plain.withCredentials(account.forTheLibrary()), name);
    }

    /** Whether the server refuses the share because the library does not encrypt. Asks it; what fails says no. */
    boolean isRefusedForEncryption(SmbName name, Account account) {
        CIFSContext encrypting = contextOf(true);
        try {
            return Share.requiresEncryption(encrypting.withCredentials(account.forTheLibrary()), name);
        } catch (SmbUnsupportedOperationException e) {
            // The server asks for it in the very session.
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes back a connection whose files are closed. */
    void giveBack(Key key, Share share) {
        List<Share> tooMany = new ArrayList<>();
        synchronized (this) {
            long now = System.nanoTime();
            for (Deque<Idle> waiting : idle.values()) {
                while (!waiting.isEmpty() && now - waiting.getLast().since() > LONGEST_IDLE_NANOS) {
                    tooMany.add(waiting.removeLast().share());
                }
            }
            Deque<Idle> waiting = idle.computeIfAbsent(key, none -> new ArrayDeque<>());
            if (closed || waiting.size() >= MOST_IDLE || !share.isUsable()) {
                tooMany.add(share);
            } else {
                waiting.push(new Idle(share, now));
            }
            idle.values().removeIf(Deque::isEmpty);
        }
        tooMany.forEach(Share::disconnect);
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
