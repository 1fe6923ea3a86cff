package org.openbits.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.cmdlets.JobAccess;
import org.openbits.shell.console.JobHint;

/** The user's jobs for completion; none when the queue cannot be asked. */
final class JobHints implements Supplier<List<JobHint>> {

    private final JobAccess access;

    JobHints(JobAccess access) {
        this.access = access;
    }

    @Override
    public List<JobHint> get() {
        List<JobHint> hints = new ArrayList<>();
        try {
            BackgroundCopyManager manager = access.manager();
            for (BackgroundCopyJob job : manager.jobs()) {
                JobInfo info = job.known();
                hints.add(new JobHint(job.id().toString(), info.displayName(), state(info)));
            }
        } catch (BitsException unreachable) {
            return List.of();
        }
        return hints;
    }

    private static String state(JobInfo info) {
        JobProgress progress = info.progress();
        String state = info.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return progress.bytesTotal() <= 0
                ? state
                : state + " " + progress.bytesTransferred() * 100 / progress.bytesTotal() + " %";
    }
}
