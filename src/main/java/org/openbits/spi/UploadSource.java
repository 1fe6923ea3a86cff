package org.openbits.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The local file of an upload, as the protocol reads it. */
public interface UploadSource {

    /** Its length. */
    long size();

    /** When it was last changed, or null when nobody knows. */
    default @Nullable Instant lastModified() {
        return null;
    }

    /**
     * Reads some bytes from {@code position} on without sending them, as for a digest.
     *
     * @return how many, at least 1 while the target has room
     * @throws IOException when the file cannot be read, or changed since the upload began
     */
    int read(long position, ByteBuffer target) throws IOException;

    /**
     * Writes some bytes from {@code position} on to the channel; blocks until at least one is written.
     *
     * @param count at least 1, and not beyond the end
     * @return how many were written
     * @throws IOException when the channel fails, the file cannot be read, or it changed since the upload began
     */
    long transferTo(long position, long count, WritableByteChannel channel) throws IOException;
}
