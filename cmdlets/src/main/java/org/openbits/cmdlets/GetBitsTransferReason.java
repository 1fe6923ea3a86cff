package org.openbits.cmdlets;

import org.openbits.JobInfo;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** Ours: why each job is where it is, and what will move it. */
@CmdletName(verb = "Get", noun = "BitsTransferReason", errorClass = "OpenBits.GetBitsTransferReasonCommand")
@Help(
        synopsis = "Tells why jobs are where they are, and what will move them.",
        description =
                "Outputs for each job its state, the kind of the reason, one sentence, since when, the time until the service"
                        + " tries again by itself (nothing when it waits for an event or for you), and notes.",
        examples = {
            @Example(title = "Why does this job not move?", code = "Get-BitsTransferReason -BitsJob nightly"),
            @Example(
                    title = "The reasons of all jobs",
                    code = "Get-BitsTransfer | Get-BitsTransferReason | Format-List")
        })
public final class GetBitsTransferReason extends JobsCmdlet {

    @Override
    protected void process() {
        JobStep step = new JobStep(runtime(), "Get-BitsTransferReason", "GetBitsTransferReasonCOMException");
        for (BitsJob each : bitsJob) {
            step.run(each, job -> write(reason(job.refresh())));
        }
    }

    private static CustomObject reason(JobInfo info) {
        return new CustomObject("OpenBits.BitsTransferReason")
                .add("JobId", info.id().value())
                .add("DisplayName", info.displayName())
                .add("JobState", BitsJobState.of(info.state()))
                .add("Kind", Spelling.camel(info.reason().kind().name()))
                .add("Reason", info.reason().sentence())
                .add("Since", JobProperties.time(info.reason().since()))
                .add("NextTry", info.reason().nextTry())
                .add("Notes", info.notes());
    }
}
