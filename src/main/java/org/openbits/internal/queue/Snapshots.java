package org.openbits.internal.queue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.FileDetails;
import org.openbits.FileInfo;
import org.openbits.FileProgress;
import org.openbits.FileRange;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobReason;
import org.openbits.JobReason.Kind;
import org.openbits.JobSettings;
import org.openbits.JobTimes;
import org.openbits.JobType;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.Demand;

/** Describes jobs and files to the outside, with the bytes of the transfer under way. Used on the queue thread. */
final class Snapshots {

    private Snapshots() {}

    static JobInfo job(Job job) {
        return new JobInfo(
                job.before.id(),
                job.before.type(),
                job.owner,
                job.state,
                readable(job.settings),
                progress(job),
                new JobTimes(job.before.times().creation(), job.modification, job.transferCompletion),
                job.errorCount,
                job.error,
                reason(job),
                job.notes);
    }

    private static JobProgress progress(Job job) {
        Running running = job.row.running;
        if (running == null) {
            return job.progress;
        }
        JobProgress saved = running.totals.progress();
        long live = saved.bytesTransferred() + running.unsavedBytes();
        return new JobProgress(saved.bytesTotal(), live, saved.filesTotal(), saved.filesTransferred());
    }

    private static JobSettings readable(JobSettings settings) {
        return settings.get(JobProperty.CUSTOM_HEADERS_WRITE_ONLY)
                ? settings.without(JobProperty.CUSTOM_HEADERS)
                : settings;
    }

    static FileInfo file(FileRecord file, @Nullable Row row) {
        Running running = row == null ? null : row.running;
        Attempt attempt = running == null ? null : running.attempt(file.index());
        return new FileInfo(
                file.index(),
                file.shownRemoteName(),
                file.spec().localName(),
                file.spec().ranges(),
                new FileProgress(
                        file.bytesTotal(),
                        attempt != null ? attempt.bytes() : file.bytesTransferred(),
                        file.completed()),
                file.transferred(),
                file.temporaryName(),
                file.valid(),
                file.notes());
    }

    /** Filled ranges are of the remote file: of one that was added with ranges there is nothing to say. */
    static FileDetails details(Job job, FileRecord file, JobStore store) {
        List<FileRange> filled = List.of();
        if (Demands.isPossible(job, file.spec())) {
            Checkpoint checkpoint = file.transferred() ? null : store.checkpoint(file.job(), file.index());
            if (checkpoint != null) {
                filled = Demand.filled(List.of(), checkpoint.held());
            } else if (file.transferred() && file.bytesTotal() > 0) {
                filled = List.of(new FileRange(0, file.bytesTotal()));
            }
        }
        return new FileDetails(filled, file.responseHeaders());
    }

    private static JobReason reason(Job job) {
        if (job.row.ending != null && !job.state.isFinal()) {
            return says(job, Kind.WORKING, "Its files are being named or deleted.");
        }
        return switch (job.state) {
            case TRANSFERRING -> says(job, Kind.WORKING, "Bytes are moving.");
            case CONNECTING ->
                job.row.running != null
                        ? says(job, Kind.WORKING, "A connection to the server is being made.")
                        : says(job, Kind.SLOT, "All places for transfers are taken; it starts when one is free.");
            case QUEUED ->
                says(
                        job,
                        Kind.SLOT,
                        job.row.isDraining()
                                ? "Its last transfer is still writing what it has; it goes on after that."
                                : "It waits for its turn: jobs before it or of higher priority have the places.");
            case SUSPENDED ->
                says(
                        job,
                        Kind.RESUME,
                        job.progress.filesTotal() == 0
                                ? "It has no files and is suspended; add files, then resume it."
                                : job.settings.get(JobProperty.ON_DEMAND)
                                        ? "It is in on-demand mode: ask for ranges of its files, then resume it."
                                        : "It is suspended; resume it to go on.");
            case ERROR ->
                says(job, Kind.FIX, "It stopped: " + message(job.error) + " Fix that and resume it, or cancel it.");
            case TRANSIENT_ERROR -> waiting(job);
            case TRANSFERRED -> says(job, Kind.COMPLETE, transferred(job.before.type()));
            case ACKNOWLEDGED -> says(job, Kind.GONE, "It was completed and has left the queue.");
            case CANCELLED -> says(job, Kind.GONE, "It was cancelled and has left the queue.");
        };
    }

    private static String transferred(JobType type) {
        return switch (type) {
            case DOWNLOAD -> "All files are there; complete it to give them their names.";
            case UPLOAD -> "The server has the file; complete the job to take it off the queue.";
            case UPLOAD_REPLY ->
                "The server has the file and its reply is there; complete the job to give that its name.";
        };
    }

    private static JobReason waiting(Job job) {
        Kind kind = waitsFor(job.error);
        Duration next = Duration.ofMillis(job.timers.untilRetryMillis());
        String sentence = message(job.error)
                + switch (kind) {
                    case NETWORK -> " It goes on when there is a network connection.";
                    case SPACE -> " It goes on when there is space on the disk.";
                    case POLICY -> " It goes on when the policy allows it.";
                    default -> " It tries again in " + Math.max(1, next.toSeconds()) + " s.";
                };
        return new JobReason(kind, sentence, job.since(), next);
    }

    static Kind waitsFor(@Nullable BackgroundCopyError error) {
        if (error == null) {
            return Kind.RETRY;
        }
        ErrorCode code = error.code();
        if (code.equals(ErrorCode.BG_E_NETWORK_DISCONNECTED)) {
            return Kind.NETWORK;
        }
        if (code.equals(ErrorCode.ERROR_DISK_FULL)) {
            return Kind.SPACE;
        }
        return code.symbol().startsWith("BG_E_BLOCKED_BY") ? Kind.POLICY : Kind.RETRY;
    }

    private static String message(@Nullable BackgroundCopyError error) {
        if (error == null) {
            return "A transfer failed.";
        }
        String message = error.message().strip();
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private static JobReason says(Job job, Kind kind, String sentence) {
        return new JobReason(kind, sentence, job.since(), null);
    }
}
