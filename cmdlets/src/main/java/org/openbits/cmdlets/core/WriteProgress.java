package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ProgressRecord;

/** {@code Write-Progress}: shows how far an activity is. */
@CmdletName(verb = "Write", noun = "Progress", errorClass = "Microsoft.PowerShell.Commands.WriteProgressCommand")
@Help(
        synopsis = "Shows how far an activity is, as a bar.",
        description = "$ProgressPreference = 'SilentlyContinue' hides it.",
        examples = {
            @Example(title = "Half way", code = "Write-Progress -Activity Copy -Status 'big.iso' -PercentComplete 50"),
            @Example(
                    title = "A step of a longer task",
                    code = "Write-Progress -Id 2 -ParentId 1 -Activity Read -CurrentOperation"
                            + " 'page 3' -SecondsRemaining 9"),
            @Example(title = "The bar goes away", code = "Write-Progress -Id 2 -Activity Read -Completed")
        })
final class WriteProgress extends Cmdlet {

    @Parameter(position = 0, help = "The title.")
    private String activity = "";

    @Parameter(position = 1, help = "What it does at the moment.")
    private String status = "Processing";

    @Parameter(position = 2, help = "Tells several bars apart.")
    private int id;

    @Parameter(help = "From 0 to 100; -1 when nobody knows.")
    private int percentComplete = -1;

    @Parameter(help = "The seconds it still takes; -1 when nobody knows.")
    private int secondsRemaining = -1;

    @Parameter(help = "A detail.")
    private String currentOperation = "";

    @Parameter(help = "The id of the activity that this is part of; -1 for none.")
    private int parentId = -1;

    @Parameter(help = "Takes the bar away.")
    private boolean completed;

    @Override
    protected void process() {
        if (percentComplete > 100 || percentComplete < -1) {
            throw runtime()
                    .terminate(Failures.of(
                            "ParameterArgumentValidationError",
                            ErrorCategory.InvalidData,
                            percentComplete,
                            "Cannot validate argument on parameter 'PercentComplete'. The " + percentComplete
                                    + " argument is not between -1 and 100."));
        }
        runtime()
                .progress(new ProgressRecord(
                        id,
                        parentId,
                        activity,
                        status,
                        currentOperation,
                        percentComplete,
                        secondsRemaining,
                        completed));
    }
}
