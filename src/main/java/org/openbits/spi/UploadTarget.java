package org.openbits.spi;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A remote file that is being written. Used by one thread. {@link #close()} sends nothing: the session stays. */
public interface UploadTarget extends Closeable {

    /** What finds this upload again. */
    UploadSession session();

    /** Bytes from the start that the server confirmed; the next are sent from here. May go back. */
    long offset();

    /** Whether all bytes are there and the server said that the file is whole. */
    boolean isWhole();

    /** Whether an interrupted upload goes on where it stopped. */
    boolean isResumable();

    /** What the user should know: which protocol it is, and whether it can resume. */
    List<String> notes();

    /** The header lines of the last answer. */
    List<String> responseHeaders();

    /**
     * Sends what comes next, as much as the protocol finds right for one request, and waits for the answer. Afterwards
     * {@link #offset()} and {@link #isWhole()} are new. Called again and again until the file is whole.
     *
     * @throws TransferException when it fails; BG_E_SESSION_NOT_FOUND when the upload must begin anew
     */
    void sendNext(UploadSource source) throws TransferException;

    /** The answer of the server's application, once the file is whole; null when none was asked for. */
    @Nullable
    Reply reply();

    /** Ends the session once the file is whole and its reply is fetched. Can be repeated. */
    void finish() throws TransferException;

    @Override
    void close();

    /**
     * Where the answer file is.
     *
     * @param remoteName its address
     * @param trusted whether it lies with the server that the job's credentials and headers are meant for
     */
    record Reply(String remoteName, boolean trusted) {}
}
