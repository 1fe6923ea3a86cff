package org.openbits.cmdlets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobInfo;
import org.openbits.JobState;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.ExitCode;

/**
 * The wait of the synchronous forms: until the service has completed each job, or it failed, or no progress can be
 * expected. A job that this command created leaves nothing behind when it fails or the user stops; an older one stays.
 */
final class SynchronousWait implements WaitLoop.Verdict {

    /** How long the service gets to complete a transferred job before this side asks for it. */
    private static final Duration COMPLETION = Duration.ofSeconds(2);

    private final CommandRuntime runtime;
    private final String errorId;
    private final WaitPolicy policy;
    private final WaitLoop loop;
    private final Map<JobWatch, Terms> terms = new HashMap<>();
    private int failures;

    /** Whether this command made the job, and whether the wait for it may be given up. */
    private record Terms(boolean isOurs, boolean givesUp) {}

    SynchronousWait(CommandRuntime runtime, String errorId) {
        this.runtime = runtime;
        this.errorId = errorId;
        this.policy = runtime.service(JobAccess.class).patience();
        this.loop = new WaitLoop(runtime);
    }

    void add(BitsJob job, boolean isOurs, boolean givesUp) {
        terms.put(loop.add(job), new Terms(isOurs, givesUp));
    }

    /** Waits for all. */
    void run() {
        boolean ended = false;
        BitsException lost = null;
        try {
            loop.run(null, this);
            ended = true;
        } catch (BitsException failure) {
            lost = failure;
        } finally {
            if (lost == null) {
                boolean wasInterrupted = Thread.interrupted();
                abandon(ended);
                if (wasInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        if (lost != null) {
            report(lost);
        } else if (failures > 0 && failures < terms.size()) {
            // Each failure was told; this only gives the command the exit code of a part that is done.
            runtime.silentError(
                    JobErrors.of(
                            ErrorCode.E_FAIL,
                            failures + " of " + terms.size() + " jobs failed.",
                            errorId,
                            ErrorCategory.NotSpecified,
                            ExitCode.PARTIAL),
                    false);
        }
    }

    /** The queue cannot be asked any more. Its jobs are in the store and go on with it, so none is cancelled here. */
    private void report(BitsException lost) {
        for (JobWatch watch : loop.open()) {
            String message = lost.getMessage() + " The job " + watch.job().label()
                    + " is kept: it goes on, and completes by itself, when the service runs again"
                    + " (any command starts it; 'bits service start' says what is in its way).";
            runtime.writeError(JobErrors.of(new BitsException(lost.code(), message, lost), errorId, watch.job()));
        }
    }

    /** Ends the wait; from any thread. */
    void stop() {
        loop.stop();
    }

    /** What is left when the wait ends early: cancelled when this command made it, else told about. */
    private void abandon(boolean isStop) {
        for (JobWatch watch : loop.open()) {
            boolean isOurs = terms(watch).isOurs();
            if (isOurs) {
                cancel(watch);
            }
            if (isStop) {
                runtime.host()
                        .err()
                        .println(
                                isOurs
                                        ? "Stopped: the job " + watch.job().label() + " was cancelled."
                                        : "Stopped waiting: the job "
                                                + watch.job().label()
                                                + " goes on in the background and completes by itself.");
            }
        }
    }

    private Terms terms(JobWatch watch) {
        Terms found = terms.get(watch);
        return found == null ? new Terms(false, false) : found;
    }

    @Override
    public @Nullable Duration givesUpIn(JobWatch watch, long now) {
        return terms(watch).givesUp() ? watch.patience(policy, now) : null;
    }

    @Override
    public boolean isOver(JobWatch watch, long now) {
        JobInfo info = watch.info();
        return switch (info.state()) {
            case ACKNOWLEDGED -> true;
            case CANCELLED -> failed(watch, cancelled(watch));
            case ERROR -> failed(watch, record(watch, info.error(), ""));
            case TRANSFERRED -> watch.sameStateFor(now).compareTo(COMPLETION) > 0 && complete(watch);
            default -> {
                Duration left = givesUpIn(watch, now);
                yield left != null && left.isNegative() && givenUp(watch);
            }
        };
    }

    private boolean complete(JobWatch watch) {
        try {
            watch.job().handle().complete();
            return true;
        } catch (BitsException failure) {
            JobState state = watch.job().refresh().state();
            return state.isFinal() || failed(watch, JobErrors.of(failure, errorId, watch.job()));
        }
    }

    private boolean givenUp(JobWatch watch) {
        boolean hasBytes = watch.info().progress().bytesTransferred() > 0;
        String why = "Gave up after "
                + (hasBytes ? policy.progress() : policy.firstByte()).toSeconds()
                + " s without progress; -RetryTimeout sets another limit.";
        ErrorRecord record = record(watch, watch.lastError(), why);
        return failed(watch, record.exitCode() == ExitCode.LOCAL ? record : record.withExitCode(ExitCode.TRANSIENT));
    }

    private ErrorRecord record(JobWatch watch, @Nullable BackgroundCopyError error, String why) {
        BackgroundCopyError known = error == null
                ? new BackgroundCopyError(
                        ErrorCode.BG_E_NO_PROGRESS,
                        ErrorContext.GENERAL_TRANSPORT,
                        watch.info().reason().sentence(),
                        -1,
                        null)
                : error;
        List<String> advice = new ArrayList<>();
        if (!why.isEmpty()) {
            advice.add(why);
        }
        advice.add(
                terms(watch).isOurs()
                        ? "Nothing was kept; -Asynchronous keeps the job and what it has, to look at and to resume."
                        : "The job " + watch.job().label() + " is still there; Resume-BitsTransfer tries again.");
        return JobErrors.of(known, errorId, String.join(" ", advice), watch.job());
    }

    private ErrorRecord cancelled(JobWatch watch) {
        return JobErrors.of(
                ErrorCode.BG_E_NOT_FOUND,
                "The job " + watch.job().label() + " was cancelled by somebody else.",
                errorId,
                ErrorCategory.OperationStopped,
                ExitCode.CANCELLED);
    }

    /** Reports; what this command made goes first, so that a terminating error leaves nothing either. */
    private boolean failed(JobWatch watch, ErrorRecord record) {
        if (terms(watch).isOurs()) {
            cancel(watch);
        }
        failures++;
        runtime.writeError(record);
        return true;
    }

    private void cancel(JobWatch watch) {
        try {
            if (!watch.info().state().isFinal()) {
                watch.job().handle().cancel();
            }
            watch.job().refresh();
        } catch (BitsException failure) {
            boolean isGone = failure.code().equals(ErrorCode.BG_E_NOT_FOUND)
                    || failure.code().equals(ErrorCode.BG_E_INVALID_STATE);
            if (!isGone) {
                runtime.warn("The job " + watch.job().label() + " could not be cancelled: " + failure.getMessage());
            }
        }
    }
}
