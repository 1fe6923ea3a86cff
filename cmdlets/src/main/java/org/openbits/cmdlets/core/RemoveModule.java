package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.ModuleFiles;
import org.openbits.automation.ModuleItem;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Remove-Module}: scripts end with it; the commands stay. */
@CmdletName(
        verb = "Remove",
        noun = "Module",
        aliases = "rmo",
        errorClass = "Microsoft.PowerShell.Commands.RemoveModuleCommand")
@Help(
        synopsis =
                "Ends the use of a module: the functions of a module file are gone, the commands of this shell stay.",
        examples = {
            @Example(title = "At the end of a script", code = "Remove-Module BitsTransfer"),
            @Example(
                    title = "One made in this session",
                    code = "New-Module -Name Tools { function Get-Tool { 'saw' } } | Import-Module;"
                            + " Remove-Module -Name Tools -Force")
        })
final class RemoveModule extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, wildcards = true, help = "The modules.")
    private List<String> name = List.of();

    @Parameter(help = "Accepted: no module is protected.")
    private boolean force;

    private int removed;

    @Override
    protected void process() {
        for (String wanted : name) {
            ModuleFiles files = runtime().service(Session.class).modules();
            for (ModuleItem module : Modules.files(runtime(), wanted)) {
                if (files != null && files.remove(Conversion.toText(module.property("Name")))) {
                    removed++;
                }
            }
            boolean isKnown = removed > 0
                    || Modules.isBuiltIn(wanted)
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
