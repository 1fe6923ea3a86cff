package org.openbits.cmdlets.core;

import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Set-Alias}: makes a name stand for a command. */
@CmdletName(
        verb = "Set",
        noun = "Alias",
        shouldProcess = true,
        aliases = "sal",
        errorClass = "Microsoft.PowerShell.Commands.SetAliasCommand")
@Help(
        synopsis = "Makes a name stand for a command.",
        examples = {
            @Example(title = "A short name", code = "Set-Alias sb Start-BitsTransfer"),
            @Example(title = "See what was made", code = "Set-Alias -Name gbt -Value Get-BitsTransfer -PassThru"),
            @Example(
                    title = "As profiles write it",
                    code = "Set-Alias -Name ll -Value Get-ChildItem -Description 'a list' -Option AllScope -Scope"
                            + " Global -Force")
        })
final class SetAlias extends AliasCommand {

    @Parameter(help = "Accepted: no alias is protected.")
    private boolean force;

    @Override
    protected void process() {
        make("Set Alias");
    }
}
