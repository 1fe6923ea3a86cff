package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Module}: where commands come from. */
@CmdletName(
        verb = "Get",
        noun = "Module",
        defaultSet = "Loaded",
        aliases = "gmo",
        errorClass = "Microsoft.PowerShell.Commands.GetModuleCommand")
@Help(
        synopsis = "Lists the modules; all of them are loaded.",
        examples = {
            @Example(title = "Is it there?", code = "Get-Module -ListAvailable BitsTransfer"),
            @Example(
                    title = "As scripts ask for it",
                    code = "Get-Module -Name BitsTransfer -ListAvailable -All -Refresh -SkipEditionCheck"),
            @Example(
                    title = "With a version",
                    code = "Get-Module -FullyQualifiedName @{ ModuleName = 'BitsTransfer'; ModuleVersion = '1.0' }")
        })
final class GetModule extends Cmdlet {

    @Parameter(position = 0, pipeline = true, wildcards = true, help = "The names.")
    private List<String> name = List.of("*");

    @Parameter(sets = "Available", mandatory = true, help = "Lists what could be loaded, which is the same.")
    private boolean listAvailable;

    @Parameter(help = "Accepted: there is one version of each.")
    private boolean all;

    @Parameter(help = "Accepted: nothing is kept from earlier looks.")
    private boolean refresh;

    @Parameter(help = "Accepted: every module is of this edition.")
    private boolean skipEditionCheck;

    @Parameter(help = "Names, or tables with ModuleName.")
    private List<Object> fullyQualifiedName = List.of();

    @Override
    protected void process() {
        List<String> wanted = new ArrayList<>(fullyQualifiedName.isEmpty() || isBound("Name") ? name : List.of());
        for (Object each : fullyQualifiedName) {
            wanted.add(Conversion.toText(each instanceof Map<?, ?> table ? table.get("ModuleName") : each));
        }
        for (String pattern : wanted) {
            Modules.matching(runtime(), pattern).forEach(this::write);
            Modules.files(runtime(), pattern).forEach(this::write);
        }
    }
}
