package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
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
final class SetAlias extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "The alias.")
    private String name = "";

    @Parameter(position = 1, mandatory = true, pipelineByName = true, help = "The command it stands for.")
    private String value = "";

    @Parameter(help = "Accepted: no alias is protected.")
    private boolean force;

    @Parameter(help = "Gives the alias.")
    private boolean passThru;

    @Parameter(help = "Accepted: descriptions of aliases are not kept.")
    private String description = "";

    @Parameter(
            values = {"None", "ReadOnly", "Constant", "Private", "AllScope"},
            help = "Accepted: every alias is known in every scope.")
    private List<String> option = List.of("None");

    @Parameter(help = "Accepted: every alias is known in every scope.")
    private String scope = "";

    @Override
    protected void process() {
        if (!shouldProcess("Name: " + name + " Value: " + value, "Set Alias")) {
            return;
        }
        runtime().commands().alias(name, value);
        if (passThru) {
            write(Aliases.item(runtime(), name, value));
        }
    }
}
