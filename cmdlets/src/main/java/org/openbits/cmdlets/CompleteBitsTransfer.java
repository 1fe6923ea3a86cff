package org.openbits.cmdlets;

import org.openbits.ErrorCode;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** Gives the files of jobs their names and takes the jobs off the queue. */
@CmdletName(
        verb = "Complete",
        noun = "BitsTransfer",
        shouldProcess = true,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.CompleteBitsTransferCommand")
@Help(
        synopsis = "Gives the files their names and removes the jobs from the queue.",
        description = "Until then the bytes are in BIT*.tmp files beside the destinations. On a job that is not fully"
                + " transferred it keeps the files that are finished and cancels the rest. No output.",
        examples = {
            @Example(
                    title = "Complete all jobs that are ready",
                    code = "Get-BitsTransfer | Where-Object JobState -eq Transferred | Complete-BitsTransfer"),
            @Example(title = "Complete a job by its name", code = "Complete-BitsTransfer -BitsJob nightly")
        })
public final class CompleteBitsTransfer extends JobsCmdlet {

    @Override
    protected void process() {
        JobStep step = new JobStep(runtime(), "Complete-BitsTransfer", "CompleteBitsTransferCOMException");
        for (BitsJob each : bitsJob) {
            step.run(each, job -> {
                ErrorCode outcome = job.handle().complete();
                job.refresh();
                if (outcome.equals(ErrorCode.BG_S_PARTIAL_COMPLETE)) {
                    verbose("The job " + job.label() + " was not finished: its unfinished files were dropped.");
                }
            });
        }
    }
}
