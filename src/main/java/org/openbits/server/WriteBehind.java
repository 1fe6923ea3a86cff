package org.openbits.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parts of one body: while one is written, or forced, the next is received. Confined to the thread of its
 * request, which holds the session and asks it nothing before {@link #await()}.
 */
final class WriteBehind implements AutoCloseable {

    private final UploadSession session;
    private final @Nullable Executor writers;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** @param writers runs the writes; without it each is done at once */
    WriteBehind(UploadSession session, @Nullable Executor writers) {
        this.session = session;
        this.writers = writers;
    }

    /** Appends those bytes of a part and releases it, soon. */
    void append(Body.Part part, ByteBuffer bytes) throws IOException {
        try {
            await();
            if (writers == null) {
                session.append(bytes);
            } else {
                running = CompletableFuture.runAsync(() -> write(bytes), writers);
                running = running.whenComplete((nothing, failure) -> part.release());
                return;
            }
        } catch (IOException | RuntimeException e) {
            part.release();
            throw e;
        }
        part.release();
    }

    private void write(ByteBuffer bytes) {
        try {
            session.append(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException that the last write met */
    void await() throws IOException {
        try {
            running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e.getCause());
        }
    }

    /** Waits for the last write; what it met was told by {@link #await()}, or something worse ended the body. */
    @Override
    public void close() {
        running.handle((nothing, failure) -> nothing).join();
    }
}
