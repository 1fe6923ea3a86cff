package org.openbits.shell.pipeline;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Export-ModuleMember}. */
@CmdletName(
        verb = "Export",
        noun = "ModuleMember",
        errorClass = "Microsoft.PowerShell.Commands.ExportModuleMemberCommand")
@Help(
        synopsis =
                "Says which functions and variables of a module are known outside of it; without it all functions are.",
        description = "Aliases are known to the whole session in any case.",
        examples = {
            @Example(
                    title = "In a .psm1 file",
                    code = "Set-Content part.psm1 'function Get-Part { 1 }; Export-ModuleMember -Function Get-*';"
                            + " Import-Module ./part.psm1; Get-Part"),
            @Example(
                    title = "Share variables and aliases, too",
                    code = "$null = New-Module Tools { function Get-Up { 'up' }; Set-Alias gup Get-Up; $Port = 8080;"
                            + " Export-ModuleMember -Function Get-Up -Alias gup -Variable Port -Cmdlet *-None }; gup;"
                            + " $Port")
        })
final class ExportModuleMember extends Cmdlet {

    @Parameter(position = 0, wildcards = true, pipeline = true, help = "The functions.")
    private List<String> function = List.of();

    @Parameter(wildcards = true, help = "The aliases; they are known in any case.")
    private List<String> alias = List.of();

    @Parameter(wildcards = true, help = "The variables.")
    private List<String> variable = List.of();

    @Parameter(wildcards = true, help = "Accepted: cmdlets of a module come from elsewhere.")
    private List<String> cmdlet = List.of();

    @Override
    protected void process() {
        if (!runtime().service(ScriptModules.class).export(function, alias, variable)) {
            throw runtime()
                    .terminate(ErrorRecord.of(
                            new RuntimeFailure(
                                    "The Export-ModuleMember cmdlet can only be called from inside a module."),
                            "Modules_CanOnlyExecuteExportModuleMemberInsideAModule",
                            ErrorCategory.InvalidOperation,
                            null));
        }
    }
}
