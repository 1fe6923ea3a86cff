package org.openbits.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SHA-256 of files, as {@code Repr-Digest} says them. A small file's is made for its first answer; a large one's in the
 * background from then on, so that no client waits for it and the answers after that carry it. Thread-safe.
 */
final class Digests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final long SMALL_BYTES = 4 << 20;
    private static final int MOST = 10_000;

    private record Key(Path path, FileVersion version) {}

    /** The last used; guarded by itself. */
    private final Map<Key, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MOST;
        }
    };

    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(16), task -> {
                Thread thread = new Thread(task, "digests");
                thread.setDaemon(true);
                return thread;
            });

    private final ServedDirectory served;
    private volatile boolean isClosed;

    Digests(ServedDirectory served) {
        this.served = served;
    }

    /** The field's value, or null while it is not known. */
    @Nullable
    String of(FileAnswers.OpenFile file) throws IOException {
        Key key = new Key(file.path(), file.version());
        synchronized (known) {
            String value = known.get(key);
            if (value != null) {
                return value;
            }
        }
        if (file.version().size() <= SMALL_BYTES) {
            return remember(key, file.channel());
        }
        later(key);
        return null;
    }

    private void later(Key key) {
        try {
            worker.execute(() -> {
                synchronized (known) {
                    if (known.containsKey(key)) {
                        return;
                    }
                }
                try (FileChannel channel = served.open(key.path()).channel()) {
                    remember(key, channel);
                } catch (IOException e) {
                    if (isClosed) {
                        return;
                    }
                    LOG.warn("No digest of {}: {}", key.path(), e.getMessage());
                }
            });
        } catch (RejectedExecutionException e) {
            return; // a later answer asks again
        }
    }

    private @Nullable String remember(Key key, FileChannel channel) throws IOException {
        MessageDigest sha = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
        for (long at = 0; at < key.version().size(); ) {
            int read = channel.read(buffer.clear(), at);
            if (read < 0 || isClosed) {
                return null;
            }
            sha.update(buffer.flip());
            at += read;
        }
        if (!served.version(key.path()).equals(key.version())) {
            return null;
        }
        String value = "sha-256=:" + Base64.getEncoder().encodeToString(sha.digest()) + ":";
        synchronized (known) {
            known.put(key, value);
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public void close() {
        isClosed = true;
        worker.shutdownNow();
    }
}
