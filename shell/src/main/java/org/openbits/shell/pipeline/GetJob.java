package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;

/** {@code Get-Job}. */
@CmdletName(
        verb = "Get",
        noun = "Job",
        defaultSet = "Id",
        aliases = "gjb",
        errorClass = "Microsoft.PowerShell.Commands.GetJobCommand")
@Help(
        synopsis = "Gives the background jobs of this session.",
        description = "Transfers are no such jobs: Get-BitsTransfer gives those.",
        examples = {
            @Example(title = "Those that run", code = "Get-Job -State Running"),
            @Example(
                    title = "By number and by name",
                    code = "$sum = Start-Job { 1 + 1 } -Name sum; Get-Job -Id $sum.Id;"
                            + " Get-Job -Name su*; Remove-Job $sum -Force"),
            @Example(
                    title = "The youngest with output left",
                    code = "$sum = Start-Job { 1 + 1 }; Wait-Job $sum; Get-Job -Newest 1 -HasMoreData"
                            + " $true -IncludeChildJob; Remove-Job $sum")
        })
final class GetJob extends Cmdlet {

    @Parameter(position = 0, sets = "Id", pipelineByName = true, help = "Numbers of jobs.")
    private List<Object> id = List.of();

    @Parameter(mandatory = true, sets = "Name", wildcards = true, help = "Names of jobs.")
    private List<String> name = List.of();

    @Parameter(
            values = {"NotStarted", "Running", "Completed", "Failed", "Stopped"},
            help = "Only jobs in this state.")
    private String state = "";

    private List<Integer> numbers() {
        return id.stream()
                .filter(each -> Conversion.toText(each).matches("\\d{1,9}"))
                .map(each -> Conversion.toNumber(each).intValue())
                .toList();
    }

    /** A name in the place of a number is one as well. */
    private List<String> names() {
        List<String> names = new ArrayList<>(name);
        id.stream()
                .map(Conversion::toText)
                .filter(each -> !each.matches("\\d{1,9}"))
                .forEach(names::add);
        return names;
    }

    @Parameter(minimum = 1, help = "Only the youngest ones.")
    private int newest = Integer.MAX_VALUE;

    @Parameter(help = "The children of the jobs, too.")
    private boolean includeChildJob;

    @Parameter(help = "Only jobs that have more to give, or with $false those that have not.")
    private @Nullable Boolean hasMoreData;

    @Override
    protected void process() {
        List<ScriptJob> found = runtime().service(ScriptJobs.class).find(runtime(), numbers(), names());
        for (ScriptJob job : found.subList(Math.max(0, found.size() - newest), found.size())) {
            if (hasMoreData != null && !hasMoreData.equals(Members.getOrNull(job, "HasMoreData"))) {
                continue;
            }
            if (includeChildJob) {
                runtime().writeAll(org.openbits.automation.Conversion.enumerate(Members.getOrNull(job, "ChildJobs")));
            }
            if (state.isEmpty() || state.equalsIgnoreCase(job.state())) {
                write(job);
            }
        }
    }
}
