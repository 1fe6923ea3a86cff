package org.openbits.internal.transfer;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadTarget;

/** Hears of the download of a reply for the upload it belongs to. Guarded by this. */
final class ReplyObserver implements TransferObserver {

    private final TransferObserver upload;
    private final Function<@Nullable Checkpoint, Checkpoint> inUpload;
    private @Nullable Failure failure;
    private boolean finished;

    /** @param inUpload puts what the disk holds of the reply into the checkpoint of the upload */
    ReplyObserver(TransferObserver upload, Function<@Nullable Checkpoint, Checkpoint> inUpload) {
        this.upload = upload;
        this.inUpload = inUpload;
    }

    /** An order for the reply; where it is not trusted it brings no secrets of the job along. {@code begun} by this very upload. */
    static TransferOrder order(
            TransferOrder upload, UploadTarget.Reply reply, @Nullable Checkpoint checkpoint, boolean begun) {
        JobSettings settings = upload.settings().without(JobProperty.HTTP_METHOD);
        return new TransferOrder(
                FileSpec.of(reply.remoteName(), upload.settings().get(JobProperty.REPLY_FILE_NAME)),
                upload.temporary(),
                upload.createdBefore() || begun,
                checkpoint,
                reply.trusted() ? settings : settings.without(JobProperty.CUSTOM_HEADERS),
                reply.trusted() ? upload.credentials() : List.of());
    }

    synchronized boolean isFinished() {
        return finished;
    }

    synchronized void rethrow() throws TransferException {
        if (failure != null) {
            throw new TransferException(
                    failure.code(),
                    failure.context(),
                    failure.severity(),
                    "The file was sent, but its reply could not be fetched: " + failure.message(),
                    null);
        }
    }

    @Override
    public void connecting() {
        // The upload stays connected in the eyes of its job.
    }

    @Override
    public void transferring(SourceFacts facts) {
        // As above; the job's bytes are those that were sent.
    }

    @Override
    public void received(SourceFacts facts) {
        // As above.
    }

    @Override
    public void progress(long bytesTransferred) {
        // As above.
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        upload.checkpoint(inUpload.apply(checkpoint));
    }

    @Override
    public void checkpoint(Checkpoint checkpoint, Runnable saved) {
        upload.checkpoint(inUpload.apply(checkpoint), saved);
    }

    @Override
    public void startsOver(Runnable forgotten) {
        upload.checkpoint(inUpload.apply(null), forgotten);
    }

    @Override
    public synchronized void finished(SourceFacts facts, long bytes) {
        finished = true;
    }

    @Override
    public void demandMet() {
        throw new IllegalStateException("a reply is asked for as a whole");
    }

    @Override
    public synchronized void failed(Failure newFailure) {
        failure = newFailure;
    }

    @Override
    public void stopped() {
        // Then it is not finished.
    }
}
