package org.openbits.internal.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobSpec;
import org.openbits.Subscription;

/** The public API over a channel. */
public final class ChannelManager implements BackgroundCopyManager {

    private final JobChannel channel;
    private final Runnable afterClose;

    /** @param channel owned by this manager from now on */
    public ChannelManager(JobChannel channel) {
        this(channel, () -> {});
    }

    /** @param afterClose what else ends with this manager, such as the queue behind the channel */
    public ChannelManager(JobChannel channel, Runnable afterClose) {
        this.channel = channel;
        this.afterClose = afterClose;
    }

    @Override
    public BackgroundCopyJob createJob(JobSpec spec) {
        return new ChannelJob(channel, await(channel.create(JobId.random(), spec)));
    }

    @Override
    public BackgroundCopyJob job(JobId id) {
        JobInfo info = await(channel.info(id));
        if (info.state().isFinal()) {
            throw new BitsException(ErrorCode.BG_E_NOT_FOUND, "The job " + id + " has left the queue");
        }
        return new ChannelJob(channel, info);
    }

    @Override
    public List<BackgroundCopyJob> jobs() {
        return handles(false);
    }

    @Override
    public List<BackgroundCopyJob> jobsOfAllUsers() {
        return handles(true);
    }

    private List<BackgroundCopyJob> handles(boolean allUsers) {
        List<BackgroundCopyJob> handles = new ArrayList<>();
        for (JobInfo info : await(channel.list(allUsers))) {
            handles.add(new ChannelJob(channel, info));
        }
        return List.copyOf(handles);
    }

    @Override
    public List<HistoryEntry> history(boolean allUsers, int most) {
        return await(channel.history(allUsers, most));
    }

    @Override
    public HistoryCheck checkHistory() {
        return await(channel.checkHistory());
    }

    @Override
    public Subscription subscribe(BackgroundCopyCallback callback) {
        return channel.subscribe(wanted(callback), dispatch(callback));
    }

    @Override
    public void close() {
        channel.close();
        afterClose.run();
    }

    /** What the callback does something with: one that does not say what it does for a file hears of none. */
    static Predicate<JobEvent.Kind> wanted(BackgroundCopyCallback callback) {
        boolean hearsOfFiles = hearsOfFiles(callback.getClass());
        return kind -> hearsOfFiles || kind != JobEvent.Kind.FILE_TRANSFERRED;
    }

    private static boolean hearsOfFiles(Class<?> callback) {
        try {
            return callback.getMethod("fileTransferred", JobInfo.class, int.class)
                            .getDeclaringClass()
                    != BackgroundCopyCallback.class;
        } catch (NoSuchMethodException e) {
            return true; // whatever it is, it is told
        }
    }

    static Consumer<JobEvent> dispatch(BackgroundCopyCallback callback) {
        return event -> {
            switch (event.kind()) {
                case MODIFICATION, GONE -> callback.jobModification(event.job());
                case TRANSFERRED -> callback.jobTransferred(event.job());
                case ERROR -> callback.jobError(event.job());
                case FILE_RANGES_TRANSFERRED ->
                    callback.fileRangesTransferred(event.job(), event.fileIndex(), event.ranges());
                case FILE_TRANSFERRED -> callback.fileTransferred(event.job(), event.fileIndex());
            }
        };
    }

    /** Waits for an answer. An interrupt ends the wait, not the operation, and leaves the thread interrupted. */
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the queue");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof BitsException refusal) {
                throw refusalSeenFromHere(refusal);
            }
            throw new BitsException(ErrorCode.E_FAIL, "The queue failed: " + cause, cause);
        }
    }

    /** The same refusal with the caller's stack, the original as its cause. */
    private static BitsException refusalSeenFromHere(BitsException refusal) {
        return new BitsException(
                refusal.code(), refusal.context(), String.valueOf(refusal.getMessage()), refusal.job(), refusal);
    }
}
