package org.openbits.cmdlets;

import org.openbits.ErrorCode;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** Cancels jobs and deletes what they fetched. */
@CmdletName(
        verb = "Remove",
        noun = "BitsTransfer",
        shouldProcess = true,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.ClearBitsTransferCommand")
@Help(
        synopsis = "Cancels jobs and deletes what they fetched.",
        description =
                "Takes the jobs off the queue and deletes everything they fetched, files that are complete but not"
                        + " yet completed by Complete-BitsTransfer included. No output.",
        examples = {
            @Example(title = "Remove every job", code = "Get-BitsTransfer | Remove-BitsTransfer"),
            @Example(
                    title = "See what would be removed",
                    code = "Get-BitsTransfer -Name nightly* | Remove-BitsTransfer -WhatIf"),
            @Example(
                    title = "The jobs of one name",
                    code = "Remove-BitsTransfer -BitsJob (Get-BitsTransfer -Name nightly*)")
        })
public final class RemoveBitsTransfer extends JobsCmdlet {

    @Override
    protected void process() {
        JobStep step = new JobStep(runtime(), "Remove-BitsTransfer", "RemoveBitsTransferCOMException");
        for (BitsJob each : bitsJob) {
            step.run(each, job -> {
                ErrorCode outcome = job.handle().cancel();
                job.refresh();
                if (outcome.equals(ErrorCode.BG_S_UNABLE_TO_DELETE_FILES)) {
                    warn("The job " + job.label() + " is gone, but temporary files could not be deleted.");
                }
            });
        }
    }
}
