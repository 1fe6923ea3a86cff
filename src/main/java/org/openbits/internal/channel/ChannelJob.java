package org.openbits.internal.channel;

import static org.openbits.internal.channel.ChannelManager.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyError;
import org.openbits.BackgroundCopyFile;
import org.openbits.BackgroundCopyJob;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileDetails;
import org.openbits.FileInfo;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobSettings;
import org.openbits.Subscription;

/** A live job over a channel; remembers what it saw last for the time after the job is gone. */
final class ChannelJob implements BackgroundCopyJob {

    private final JobChannel channel;
    private volatile JobInfo last;

    ChannelJob(JobChannel channel, JobInfo info) {
        this.channel = channel;
        this.last = info;
    }

    @Override
    public JobId id() {
        return last.id();
    }

    @Override
    public JobInfo info() {
        if (last.state().isFinal()) {
            return last;
        }
        try {
            last = await(channel.info(id()));
        } catch (BitsException e) {
            if (!e.code().equals(ErrorCode.BG_E_NOT_FOUND)) {
                throw e;
            }
        }
        return last;
    }

    @Override
    public JobInfo known() {
        return last;
    }

    @Override
    public List<BackgroundCopyFile> files() {
        return await(channel.files(id())).stream()
                .<BackgroundCopyFile>map(ChannelFile::new)
                .toList();
    }

    @Override
    public void addFiles(List<FileSpec> files) {
        apply(channel.addFiles(id(), files));
    }

    @Override
    public void change(JobSettings change) {
        apply(channel.change(id(), change));
    }

    @Override
    public BackgroundCopyError error() {
        BackgroundCopyError error = info().error();
        if (error == null) {
            throw new BitsException(
                    ErrorCode.BG_E_ERROR_INFORMATION_UNAVAILABLE,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "The job has no error: it is " + last.state(),
                    id(),
                    null);
        }
        return error;
    }

    @Override
    public void suspend() {
        apply(channel.act(id(), JobAction.SUSPEND));
    }

    @Override
    public void resume() {
        apply(channel.act(id(), JobAction.RESUME));
    }

    @Override
    public ErrorCode complete() {
        return apply(channel.act(id(), JobAction.COMPLETE));
    }

    @Override
    public ErrorCode cancel() {
        return apply(channel.act(id(), JobAction.CANCEL));
    }

    @Override
    public void setCredentials(AuthCredentials credentials) {
        apply(channel.setCredentials(id(), credentials));
    }

    @Override
    public ErrorCode removeCredentials(AuthTarget target, AuthScheme scheme) {
        return apply(channel.removeCredentials(id(), target, scheme));
    }

    @Override
    public ErrorCode replaceRemotePrefix(String oldPrefix, String newPrefix) {
        return apply(channel.replaceRemotePrefix(id(), oldPrefix, newPrefix));
    }

    @Override
    public void takeOwnership() {
        apply(channel.act(id(), JobAction.TAKE_OWNERSHIP));
    }

    @Override
    public Subscription subscribe(BackgroundCopyCallback callback) {
        Consumer<JobEvent> all = ChannelManager.dispatch(callback);
        return channel.subscribe(ChannelManager.wanted(callback), event -> {
            if (event.job().id().equals(id())) {
                all.accept(event);
            }
        });
    }

    private ErrorCode apply(CompletableFuture<Outcome> change) {
        Outcome outcome = await(change);
        last = outcome.job();
        return outcome.code();
    }

    /** A file by its position; files are never removed from a job, so the position names it for ever. */
    private final class ChannelFile implements BackgroundCopyFile {

        private volatile FileInfo lastFile;

        ChannelFile(FileInfo info) {
            this.lastFile = info;
        }

        @Override
        public int index() {
            return lastFile.index();
        }

        @Override
        public FileInfo info() {
            try {
                lastFile = await(channel.files(id())).get(index());
            } catch (BitsException e) {
                if (!e.code().equals(ErrorCode.BG_E_NOT_FOUND)) {
                    throw e;
                }
            }
            return lastFile;
        }

        @Override
        public void setRemoteName(String remoteName) {
            apply(channel.setRemoteName(id(), index(), remoteName));
        }

        @Override
        public void requestRanges(List<FileRange> ranges) {
            apply(channel.requestRanges(id(), index(), ranges));
        }

        @Override
        public void updateDownloadPosition(long offset) {
            apply(channel.updateDownloadPosition(id(), index(), offset));
        }

        @Override
        public FileDetails details() {
            return await(channel.details(id(), index()));
        }

        @Override
        public void setValidationState(boolean valid) {
            apply(channel.setValidationState(id(), index(), valid));
        }
    }
}
