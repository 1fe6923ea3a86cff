package org.openbits.spi;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open remote file. Used by one thread; {@link #close()} may come from any and makes a blocked read fail. */
public interface DownloadSource extends Closeable {

    /** Where the first byte read belongs: the offset asked for, or 0 when the server starts over. */
    long offset();

    /** The length of the whole remote file, or {@link org.openbits.JobProgress#SIZE_UNKNOWN}. */
    long totalBytes();

    /** The version these bytes belong to, or null when the server names none. */
    @Nullable
    Validator validator();

    /** Whether an interrupted transfer of this file can go on where it stopped. */
    boolean isResumable();

    /** The name to keep from here on: the one asked for, or another when redirects are to be reported. */
    String remoteName();

    /** When the file was last changed, or null. */
    @Nullable
    Instant lastModified();

    /** The header lines of the answer, in order; empty where the protocol has none. */
    List<String> responseHeaders();

    /** What the user should know of this file beyond its size and version; whole sentences, each said once in a job. */
    default List<String> notes() {
        return List.of();
    }

    /** Digests of the whole remote file that came with the answer, the strongest first. */
    default List<Digest> digests() {
        return List.of();
    }

    /** What the server calls the file (Content-Disposition), as it wrote it and not to be trusted, or null. */
    default @Nullable String suggestedName() {
        return null;
    }

    /**
     * Reads some bytes; blocks until there is at least one.
     *
     * @return the number of bytes, at least 1, or -1 at the end that the server promised
     * @throws TransferException when the connection breaks or ends early; the bytes before are good
     */
    int read(ByteBuffer buffer) throws TransferException;
}
