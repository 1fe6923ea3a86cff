package org.openbits.internal.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;

/** What a transfer tells its owner. Called on threads of the transfer, never two at once; must not block. */
public interface TransferObserver {

    /** A connection is being made (also again, after one broke). */
    void connecting();

    /** The server answered; bytes come. Of a small file not before its first bytes came. */
    void transferring(SourceFacts facts);

    /**
     * Every byte is in the file; what is left is to check and to force it, for which no connection is needed.
     *
     * @param facts as in {@link #transferring}, which is not called for a small file whose bytes came with the answer
     */
    void received(SourceFacts facts);

    /** Bytes held so far, of the total in {@link SourceFacts}; goes back to 0 when the file starts over. */
    void progress(long bytesTransferred);

    /** The disk holds what this names: it may be saved. */
    void checkpoint(Checkpoint checkpoint);

    /** As {@link #checkpoint}; {@code saved} is run, by any thread, once it is durable. */
    void checkpoint(Checkpoint checkpoint, Runnable saved);

    /**
     * The file starts over on another version: what was saved of it must be forgotten, or a crash could later join bytes
     * of two versions. The transfer writes no byte until {@code forgotten} was run, by any thread, or it is stopped.
     */
    void startsOver(Runnable forgotten);

    /** All bytes are there, verified and forced. The last call. */
    void finished(SourceFacts facts, long bytes);

    /**
     * The disk holds every byte that was asked for, as the last checkpoint says; the file is not whole. The last call, and
     * only where the order's demand is the only one.
     */
    void demandMet();

    /** It failed; the bytes of the last checkpoint are kept. The last call. */
    void failed(Failure failure);

    /** It stopped as asked, after its last checkpoint. The last call. */
    void stopped();

    /**
     * What the server said of the file.
     *
     * @param bytesTotal bytes of the local file once whole, or JobProgress.SIZE_UNKNOWN
     * @param resumable whether an interrupted transfer can go on where it stopped
     * @param lastModified when the file was changed at its source, or null
     * @param responseHeaders the header lines of the last answer
     * @param remoteName the name to keep from here on: another than ordered when redirects are to be reported
     * @param notes what the user should know, such as that the server cannot resume
     * @param localName what the file shall be called, where the order lets the server name it, or null
     */
    record SourceFacts(
            long bytesTotal,
            boolean resumable,
            @Nullable Instant lastModified,
            List<String> responseHeaders,
            String remoteName,
            List<String> notes,
            @Nullable String localName) {

        public SourceFacts {
            responseHeaders = List.copyOf(responseHeaders);
            notes = List.copyOf(notes);
        }

        /** Of a file whose local name is final. */
        public SourceFacts(
                long bytesTotal,
                boolean resumable,
                @Nullable Instant lastModified,
                List<String> responseHeaders,
                String remoteName,
                List<String> notes) {
            this(bytesTotal, resumable, lastModified, responseHeaders, remoteName, notes, null);
        }
    }

    /**
     * Why it failed.
     *
     * @param code what went wrong
     * @param context where
     * @param severity what to do
     * @param message one line for people, without secrets
     * @param protocol {@code http}, {@code file} or null
     * @param progressed whether this order moved any byte
     */
    record Failure(
            ErrorCode code,
            ErrorContext context,
            Severity severity,
            String message,
            @Nullable String protocol,
            boolean progressed) {}
}
