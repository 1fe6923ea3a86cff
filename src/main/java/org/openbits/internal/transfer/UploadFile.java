package org.openbits.internal.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadSource;
import org.openbits.spi.Validator;

/**
 * The local file of an upload, open for one connection. It must stay what it was when the upload began, or the server
 * would get a mixture: its size and time are looked at before and after every read.
 *
 * <p>{@link #close()} may come from any thread; it also wakes a writer whose peer takes nothing any more, which closing the
 * socket alone does not do on Java 17. A writer that stands still for {@link #STALL} is woken the same way.
 */
final class UploadFile implements UploadSource, Closeable {

    private static final Duration STALL = Duration.ofSeconds(60);

    /** Told of the bytes that left. */
    interface Sent {
        void bytes(long position, long count);
    }

    private final Path path;
    private final Validator version;
    private final FileChannel channel;
    private final Sent sent;
    private final LongSupplier nanoTime;
    private volatile boolean changed;
    private volatile boolean closed;
    /** When the write under way began, or 0. */
    private volatile long writingSince;

    private volatile @Nullable WritableByteChannel writingTo;

    private UploadFile(
            Path path, Validator version, FileChannel channel, Sent sent, Executor watch, LongSupplier nanoTime) {
        this.path = path;
        this.version = version;
        this.channel = channel;
        this.sent = sent;
        this.nanoTime = nanoTime;
        watchStalls(watch);
    }

    /**
     * Opens it.
     *
     * @param version what it must still be
     */
    static UploadFile open(Path path, Validator version, Sent sent, Executor watch, LongSupplier nanoTime)
            throws TransferException {
        if (!versionOf(path).equals(version)) { // looked at before, for opening what is no file may never end
            throw changed(path);
        }
        try {
            UploadFile file = new UploadFile(path, version, FileChannel.open(path), sent, watch, nanoTime);
            try {
                file.requireUnchanged();
            } catch (TransferException e) {
                file.close();
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw verdict(e, path);
        }
    }

    /** The version of the file as it is. */
    static Validator versionOf(Path path) throws TransferException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw failed(ErrorCode.E_INVALIDARG, Severity.FATAL, path + " is not a file", null);
            }
            return new Validator(null, attributes.lastModifiedTime().toInstant().toString(), attributes.size());
        } catch (IOException e) {
            throw verdict(e, path);
        }
    }

    @Override
    public long size() {
        return version.lengthBytes();
    }

    @Override
    public @Nullable Instant lastModified() {
        String time = version.lastModified();
        return time == null ? null : Instant.parse(time);
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        lookAgain();
        int count = channel.read(target, position);
        if (count < 0) {
            changed = true;
        }
        lookAgain();
        return count;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        lookAgain();
        long written = 0;
        writingTo = target;
        try {
            // Read and written in pieces that stay in the processor's cache. The kernel's own way (sendfile) costs the
            // sender
            // less, but hands the server pages that are in no cache, and the server is what sets the pace.
            ByteBuffer buffer = Buffers.forThisThread();
            while (written < count) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), count - written));
                int read = channel.read(buffer, position + written);
                if (read <= 0) {
                    changed = true;
                    break;
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    writingSince = nanoTime.getAsLong() | 1;
                    target.write(buffer);
                }
                written += read;
            }
        } finally {
            writingSince = 0;
            writingTo = null;
        }
        lookAgain();
        sent.bytes(position, written);
        return written;
    }

    private void lookAgain() throws IOException {
        if (!changed) {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            changed = now.size() != version.lengthBytes()
                    || !now.lastModifiedTime().toInstant().toString().equals(version.lastModified());
        }
        if (changed) {
            throw new IOException(path + " changed");
        }
    }

    /** @throws TransferException BG_E_LOCAL_FILE_CHANGED */
    void requireUnchanged() throws TransferException {
        try {
            lookAgain();
        } catch (IOException e) {
            if (changed) {
                throw changed(path);
            }
            throw verdict(e, path);
        }
    }

    private static TransferException changed(Path path) {
        return failed(
                ErrorCode.BG_E_LOCAL_FILE_CHANGED,
                Severity.FATAL,
                path + " changed after its upload began; what the server has is a mixture or of another"
                        + " version. Cancel the job and make a new one",
                null);
    }

    /** Whether a read found it changed. */
    boolean isChanged() {
        return changed;
    }

    private void watchStalls(Executor executor) {
        CompletableFuture.delayedExecutor(STALL.toNanos() / 4, TimeUnit.NANOSECONDS, executor)
                .execute(() -> {
                    long since = writingSince;
                    if (since != 0 && nanoTime.getAsLong() - since > STALL.toNanos()) {
                        close();
                    }
                    if (!closed) {
                        watchStalls(executor);
                    }
                });
    }

    @Override
    public void close() {
        closed = true;
        WritableByteChannel stuck = writingTo;
        try {
            channel.close();
            if (stuck != null) {
                stuck.close();
            }
        } catch (IOException e) {
            // It was only read, and what it was written to is of no use any more.
        }
    }

    private static TransferException verdict(IOException failure, Path path) {
        if (failure instanceof NoSuchFileException) {
            return failed(ErrorCode.ERROR_FILE_NOT_FOUND, Severity.FATAL, path + " does not exist", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return failed(ErrorCode.E_ACCESSDENIED, Severity.FATAL, path + " may not be read", failure);
        }
        return failed(
                ErrorCode.ERROR_READ_FAULT,
                Severity.TRANSIENT,
                "Reading " + path + " failed: " + failure.getMessage(),
                failure);
    }

    private static TransferException failed(
            ErrorCode code, Severity severity, String message, @Nullable IOException cause) {
        return new TransferException(code, ErrorContext.LOCAL_FILE, severity, message, cause);
    }
}
