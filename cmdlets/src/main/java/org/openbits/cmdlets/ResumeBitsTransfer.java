package org.openbits.cmdlets;

import org.jspecify.annotations.Nullable;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** Starts suspended or failed jobs again; without -Asynchronous it waits for them and completes them. */
@CmdletName(
        verb = "Resume",
        noun = "BitsTransfer",
        shouldProcess = true,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.ResumeBitsTransferCommand")
@Help(
        synopsis = "Starts jobs again, and waits for them unless told otherwise.",
        description =
                "Without -Asynchronous it waits until each job is completed or failed and outputs nothing, whatever"
                        + " way the job was created. With -Asynchronous it returns the jobs at once. Ctrl-C ends the wait, not"
                        + " the jobs.",
        examples = {
            @Example(
                    title = "Resume all jobs in the background",
                    code = "Get-BitsTransfer | Resume-BitsTransfer -Asynchronous"),
            @Example(
                    title = "Resume one job and wait until its files are in place",
                    code = "Resume-BitsTransfer -BitsJob $job")
        })
public final class ResumeBitsTransfer extends JobsCmdlet {

    private static final String ERROR_ID = "ResumeBitsTransferCOMException";

    @Parameter(aliases = "as", help = "Returns at once with the jobs; they go on in the background.")
    private boolean asynchronous;

    private @Nullable SynchronousWait wait;

    @Override
    protected void begin() {
        wait = asynchronous ? null : new SynchronousWait(runtime(), ERROR_ID);
    }

    @Override
    protected void process() {
        JobStep step = new JobStep(runtime(), "Resume-BitsTransfer", ERROR_ID);
        for (BitsJob each : bitsJob) {
            step.run(each, this::resume);
        }
    }

    private void resume(BitsJob job) {
        JobState state = job.refresh().state();
        SynchronousWait waiting = wait;
        if (waiting == null) {
            start(job, state);
            write(job);
        } else if (state == JobState.TRANSFERRED) {
            job.handle().complete();
            job.refresh();
        } else {
            job.handle().set(JobProperty.AUTO_COMPLETE, true);
            start(job, state);
            waiting.add(job, false, true);
        }
    }

    /** A job that moves is left alone; one that waits for its next try gets it now. */
    private static void start(BitsJob job, JobState state) {
        if (!state.isRunning() && state != JobState.QUEUED) {
            job.handle().resume();
        }
        job.refresh();
    }

    @Override
    protected void end() {
        if (wait != null) {
            wait.run();
        }
    }

    @Override
    public void stop() {
        if (wait != null) {
            wait.stop();
        }
    }
}
