package org.openbits.cmdlets.core;

import java.util.List;
import java.util.Locale;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Remove-Alias}: takes aliases away. */
@CmdletName(verb = "Remove", noun = "Alias", errorClass = "Microsoft.PowerShell.Commands.RemoveAliasCommand")
@Help(
        synopsis = "Takes aliases away.",
        examples = {
            @Example(title = "One", code = "New-Alias tmp1 Get-Date -Force; Remove-Alias tmp1"),
            @Example(
                    title = "Several by name",
                    code = "New-Alias t1 Get-Date -Force; New-Alias t2 Get-Date -Force; Remove-Alias -Name t1, t2")
        })
final class RemoveAlias extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, pipelineByName = true, help = "The aliases.")
    private List<String> name = List.of();

    @Parameter(help = "Accepted: no alias is protected.")
    private boolean force;

    @Override
    protected void process() {
        for (String alias : name) {
            if (runtime().commands().aliases().containsKey(alias.toLowerCase(Locale.ROOT))) {
                runtime().commands().removeAlias(alias);
            } else {
                writeError(Failures.of(
                        "ItemNotFoundException",
                        ErrorCategory.ObjectNotFound,
                        alias,
                        "This command cannot find a matching alias because an alias with the name '" + alias
                                + "' does not exist."));
            }
        }
    }
}
