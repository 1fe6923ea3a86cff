package org.openbits.cmdlets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobState;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** Ours: waits until jobs are transferred or in error, and outputs them. */
@CmdletName(verb = "Wait", noun = "BitsTransfer", errorClass = "OpenBits.WaitBitsTransferCommand")
@Help(
        synopsis = "Waits until jobs are transferred, completed or in error.",
        description = "Outputs the jobs. When the time is over it reports an error, and the jobs go on. Ctrl-C ends the"
                + " wait, never the jobs.",
        examples = {
            @Example(
                    title = "Wait for a job and complete it",
                    code = "$job = Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous\n"
                            + "$job | Wait-BitsTransfer | Complete-BitsTransfer"),
            @Example(
                    title = "Wait for all jobs, at most an hour",
                    code = "Get-BitsTransfer | Wait-BitsTransfer -Timeout 3600"),
            @Example(
                    title = "Wait a minute at most",
                    code = "$job = Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous\n"
                            + "Wait-BitsTransfer -BitsJob $job -Timeout 60 | Complete-BitsTransfer")
        })
public final class WaitBitsTransfer extends JobsCmdlet {

    @Parameter(position = 1, minimum = 0, help = "Seconds to wait; without it there is no limit.")
    private int timeout = -1;

    private final List<BitsJob> jobs = new ArrayList<>();
    private @Nullable WaitLoop loop;

    @Override
    protected void begin() {
        loop = new WaitLoop(runtime());
    }

    @Override
    protected void process() {
        for (BitsJob job : bitsJob) {
            if (!jobs.contains(job)) {
                jobs.add(job);
            }
        }
    }

    @Override
    protected void end() {
        WaitLoop waiting = loop;
        if (waiting == null) {
            return;
        }
        try {
            jobs.forEach(job -> {
                job.refresh();
                waiting.add(job);
            });
            boolean isOver =
                    waiting.run(timeout < 0 ? null : Duration.ofSeconds(timeout), (watch, now) -> isOver(watch));
            if (!isOver && waiting.isStopped()) {
                waiting.open()
                        .forEach(watch -> runtime()
                                .host()
                                .err()
                                .println("Stopped waiting: the job "
                                        + watch.job().label() + " goes on in the background."));
                return;
            }
            jobs.forEach(BitsJob::refresh);
            jobs.forEach(this::write);
            if (!isOver) {
                reportLate(waiting.open().size());
            }
        } catch (BitsException failure) {
            writeError(JobErrors.of(failure, "WaitBitsTransferCOMException", null));
        }
    }

    private static boolean isOver(JobWatch watch) {
        JobState state = watch.info().state();
        return state == JobState.TRANSFERRED || state == JobState.ERROR || state.isFinal();
    }

    private void reportLate(int count) {
        writeError(JobErrors.of(
                ErrorCode.ERROR_INTERNET_TIMEOUT,
                count + " of " + jobs.size() + " job(s) were not done after " + timeout
                        + " s; they go on in the background.",
                "WaitBitsTransferTimeout",
                ErrorCategory.OperationTimeout,
                ExitCode.STILL_RUNNING));
    }

    @Override
    public void stop() {
        if (loop != null) {
            loop.stop();
        }
    }
}
