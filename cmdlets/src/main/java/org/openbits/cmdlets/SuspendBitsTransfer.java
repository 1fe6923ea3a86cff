package org.openbits.cmdlets;

import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** Pauses jobs; bytes that are there stay. */
@CmdletName(
        verb = "Suspend",
        noun = "BitsTransfer",
        shouldProcess = true,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.SuspendBitsTransferCommand")
@Help(
        synopsis = "Pauses jobs.",
        description =
                "Stops the jobs where they are. What they have fetched stays; Resume-BitsTransfer goes on from there."
                        + " A job that is suspended already is left alone. Outputs the jobs.",
        examples = {
            @Example(title = "Pause every job", code = "Get-BitsTransfer | Suspend-BitsTransfer"),
            @Example(title = "Ask before each job", code = "Get-BitsTransfer | Suspend-BitsTransfer -Confirm"),
            @Example(title = "Pause a job by its name", code = "Suspend-BitsTransfer -BitsJob nightly")
        })
public final class SuspendBitsTransfer extends JobsCmdlet {

    @Override
    protected void process() {
        JobStep step = new JobStep(runtime(), "Suspend-BitsTransfer", "SuspendBitsTransferCOMException");
        for (BitsJob each : bitsJob) {
            step.run(each, job -> {
                job.handle().suspend();
                job.refresh();
                write(job);
            });
        }
    }
}
