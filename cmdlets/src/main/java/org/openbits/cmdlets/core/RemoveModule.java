package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Remove-Module}: scripts end with it; the commands stay. */
@CmdletName(
        verb = "Remove",
        noun = "Module",
        aliases = "rmo",
        errorClass = "Microsoft.PowerShell.Commands.RemoveModuleCommand")
@Help(
        synopsis = "Ends the use of a module; its commands load again when they are called, so they stay.",
        examples = @Example(title = "At the end of a script", code = "Remove-Module BitsTransfer"))
final class RemoveModule extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, wildcards = true, help = "The modules.")
    private List<String> name = List.of();

    @Parameter(help = "Accepted: no module is protected.")
    private boolean force;

    @Override
    protected void process() {
        for (String wanted : name) {
            boolean isKnown = Modules.isBuiltIn(wanted)
                    || Conversion.hasWildcard(wanted)
                    || !Modules.matching(runtime(), wanted).isEmpty();
            if (!isKnown) {
                writeError(Failures.of(
                        "Modules_NoModulesRemoved",
                        ErrorCategory.ResourceUnavailable,
                        wanted,
                        "No modules were removed. Verify that the specification of modules to remove is correct and those"
                                + " modules exist in the runspace."));
            }
        }
    }
}
