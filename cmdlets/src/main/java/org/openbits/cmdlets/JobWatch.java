package org.openbits.cmdlets;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobState;
import org.openbits.automation.ProgressRecord;

/** One job that a command waits for: what was seen of it, since when it stands still, and its line of progress. */
final class JobWatch {

    private final BitsJob job;
    private final int number;
    private final long startedAt;
    private final long startBytes;
    private JobInfo info;
    private long seenAt;
    private long changedAt;
    private long progressAt;
    private long bytes;
    private @Nullable Long firstTransientAt;
    private @Nullable BackgroundCopyError lastError;

    JobWatch(BitsJob job, int number, long now) {
        this.job = job;
        this.number = number;
        this.info = job.known();
        this.bytes = info.progress().bytesTransferred();
        this.startBytes = bytes;
        this.startedAt = now;
        this.seenAt = now;
        this.changedAt = now;
        this.progressAt = now;
    }

    BitsJob job() {
        return job;
    }

    JobInfo info() {
        return info;
    }

    /** What stopped it last, also while it tries again; null when bytes came since. */
    @Nullable
    BackgroundCopyError lastError() {
        return lastError;
    }

    /** How long ago the job was looked at. */
    Duration unseenFor(long now) {
        return Duration.ofNanos(now - seenAt);
    }

    /** How long it is in its state. */
    Duration sameStateFor(long now) {
        return Duration.ofNanos(now - changedAt);
    }

    /** Takes note of the job as it is. */
    void see(JobInfo next, long now) {
        seenAt = now;
        if (next.state() != info.state()) {
            changedAt = now;
        }
        if (next.progress().bytesTransferred() > bytes) {
            bytes = next.progress().bytesTransferred();
            progressAt = now;
            firstTransientAt = null;
            lastError = null;
        }
        if (next.error() != null) {
            lastError = next.error();
        }
        if (next.state() == JobState.TRANSIENT_ERROR && firstTransientAt == null) {
            firstTransientAt = now;
        }
        info = next;
    }

    /** How long until the wait is given up; null while nothing is wrong. */
    @Nullable
    Duration patience(WaitPolicy policy, long now) {
        Long since = firstTransientAt;
        if (since == null) {
            return null;
        }
        Duration limit = bytes == 0 ? policy.firstByte() : policy.progress();
        long from = bytes == 0 ? since : Math.max(since, progressAt);
        return limit.minusNanos(now - from);
    }

    /** The line of progress, with what it waits for and until when. */
    ProgressRecord record(@Nullable Duration givesUpIn, long now) {
        JobProgress progress = info.progress();
        double fraction = progress.fraction();
        int percent = fraction < 0 ? -1 : (int) Math.floor(fraction * 100);
        return new ProgressRecord(
                number,
                -1,
                info.displayName(),
                info.settings().get(org.openbits.JobProperty.DESCRIPTION),
                operation(givesUpIn),
                percent,
                secondsRemaining(now),
                false);
    }

    /** The record that takes the line away. */
    ProgressRecord gone() {
        return new ProgressRecord(number, -1, info.displayName(), "", "", 100, -1, true);
    }

    private String operation(@Nullable Duration givesUpIn) {
        String state = info.state().cmdletText();
        if (info.state().isRunning() || info.state() == JobState.TRANSFERRED) {
            return state + " " + ByteText.of(info.progress());
        }
        StringBuilder text =
                new StringBuilder(state).append(": ").append(info.reason().sentence());
        Duration next = info.reason().nextTry();
        if (next != null) {
            text.append(" Next try in ").append(Math.max(0, next.toSeconds())).append(" s.");
        }
        if (givesUpIn != null) {
            text.append(" Gives up in ")
                    .append(Math.max(0, givesUpIn.toSeconds()))
                    .append(" s.");
        }
        return text.toString();
    }

    private int secondsRemaining(long now) {
        JobProgress progress = info.progress();
        long moved = progress.bytesTransferred() - startBytes;
        double elapsed = (now - startedAt) / 1e9;
        boolean isKnown = progress.bytesTotal() != JobProgress.SIZE_UNKNOWN && moved > 0 && elapsed > 1;
        if (!isKnown || !info.state().isRunning()) {
            return -1;
        }
        double left = progress.bytesTotal() - progress.bytesTransferred();
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(left / (moved / elapsed)));
    }
}
