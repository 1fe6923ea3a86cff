package org.openbits.internal.queue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a job's command line when it is TRANSFERRED or in ERROR: at least once, again after the retry delay when the program
 * fails and the job is still there, also after a restart, and also when the command line is set after the event. Queue
 * thread.
 */
final class Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int LONGEST_PROGRAM = 260;
    private static final long TRANSFERRED = 1;
    private static final long ERROR = 2;
    private static final long DISABLE = 4;

    private final JobQueue queue;
    private final Notifier notifier;

    Notifications(JobQueue queue, Notifier notifier) {
        this.queue = queue;
        this.notifier = notifier;
    }

    /** Whether the owner still has to be told of the state the job is in. */
    static boolean isDue(Job job) {
        return job.row.ending == null && isDue(job.state, job.settings, job.notified);
    }

    static boolean isDue(JobRecord record) {
        return isDue(record.state(), record.settings(), record.notified());
    }

    private static boolean isDue(JobState state, JobSettings settings, boolean notified) {
        if (notified || settings.get(JobProperty.NOTIFY_COMMAND_LINE).isEmpty()) {
            return false;
        }
        long flags = settings.get(JobProperty.NOTIFY_FLAGS);
        long wanted = switch (state) {
            case TRANSFERRED -> TRANSFERRED;
            case ERROR -> ERROR;
            default -> 0;
        };
        return (flags & DISABLE) == 0 && (flags & wanted) != 0;
    }

    /** Starts what is due among the jobs of the turn. */
    void send(Turn turn) {
        for (Job job : new ArrayList<>(turn.jobs.values())) {
            if (job.state != JobState.TRANSFERRED && job.state != JobState.ERROR) {
                job.notified = false;
                job.row.notifyMillis = 0;
            } else if (isDue(job) && !job.row.notifying && job.row.notifyMillis <= turn.nowMillis) {
                send(turn, job);
            }
        }
    }

    private void send(Turn turn, Job job) {
        Row row = job.row;
        JobState about = job.state;
        List<String> command = job.settings.get(JobProperty.NOTIFY_COMMAND_LINE);
        if (!isAllowed(command, queue.policies())) {
            job.notified = true;
            job.note("Its notification was not run: the policy NotifyAllow does not name " + command.get(0));
            return;
        }
        row.notifying = true;
        Map<String, String> environment = environment(job);
        turn.sayings.add(lost -> {
            if (lost == null) {
                begun(command, environment)
                        .whenComplete((exitCode, failure) ->
                                queue.execute(() -> queue.turn(later -> sent(later, row, about, exitCode, failure))));
            }
        });
    }

    /** A job that completed by itself is gone before its program runs: that is told once, after the end. */
    void sendLast(Turn turn, Job job) {
        List<String> command = job.settings.get(JobProperty.NOTIFY_COMMAND_LINE);
        if (isDue(JobState.TRANSFERRED, job.settings, job.notified)
                && !job.row.notifying
                && isAllowed(command, queue.policies())) {
            Map<String, String> environment = environment(job);
            turn.afterwards(() -> begun(command, environment).whenComplete((exitCode, failure) -> {
                if (failure != null) {
                    LOG.warn("The notification program {} could not be run", command.get(0), failure);
                }
            }));
        }
    }

    /** Whatever keeps the program from being run: the job must hear of it, or it is never run again. */
    private CompletableFuture<Integer> begun(List<String> command, Map<String, String> environment) {
        try {
            return notifier.run(command, environment);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Map<String, String> environment(Job job) {
        BackgroundCopyError error = job.error;
        return Map.of(
                "BITS_JOB_ID",
                job.row.id.toString(),
                "BITS_JOB_STATE",
                job.state.name(),
                "BITS_ERROR_CODE",
                error == null ? "0x00000000" : error.code().hex());
    }

    private void sent(Turn turn, Row row, JobState about, @Nullable Integer exitCode, @Nullable Throwable failure) {
        if (queue.table().find(row.id) != row) {
            return;
        }
        row.notifying = false;
        Job job = turn.edit(row);
        if (job.state != about) {
            return;
        }
        if (failure == null && exitCode != null && exitCode == 0) {
            job.notified = true;
            return;
        }
        row.notifyMillis = turn.nowMillis + job.settings.get(JobProperty.MINIMUM_RETRY_DELAY) * 1000;
        String why = failure == null ? "ended with exit code " + exitCode : "could not be run: " + failure.getMessage();
        LOG.warn("The notification program of job {} {}; it is run again later", row.id, why);
        job.note("Its notification program " + why + "; it is run again after the retry delay.");
    }

    /**
     * Checks a command line that a caller wants to set.
     *
     * @throws BitsException E_INVALIDARG, BG_E_STRING_TOO_LONG or E_ACCESSDENIED
     */
    static void check(List<String> command, Policies policies) {
        if (command.isEmpty()) {
            return;
        }
        String program = command.get(0);
        if (program.length() > LONGEST_PROGRAM) {
            throw new BitsException(
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    "The notification program takes at most " + LONGEST_PROGRAM + " characters; got "
                            + program.length());
        }
        try {
            if (!Path.of(program).isAbsolute()) {
                throw new BitsException(
                        ErrorCode.E_INVALIDARG,
                        "The notification program '" + program
                                + "' needs its full path; neither PATH nor a shell is searched");
            }
        } catch (InvalidPathException e) {
            throw new BitsException(ErrorCode.E_INVALIDARG, "The notification program is no path: " + e.getReason(), e);
        }
        if (!isAllowed(command, policies)) {
            throw new BitsException(
                    ErrorCode.E_ACCESSDENIED,
                    "The policy NotifyAllow does not name the notification program " + program);
        }
    }

    private static boolean isAllowed(List<String> command, Policies policies) {
        List<String> allowed = policies.notifyAllow();
        if (allowed == null) {
            return true;
        }
        Path program = Path.of(command.get(0)).normalize();
        for (String place : allowed) {
            if (program.startsWith(Path.of(place).normalize())) {
                return true;
            }
        }
        return false;
    }
}
