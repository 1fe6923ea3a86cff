package org.openbits.cmdlets.core;

import java.util.Locale;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code New-Alias}: makes a name that is free stand for a command. */
@CmdletName(
        verb = "New",
        noun = "Alias",
        shouldProcess = true,
        aliases = "nal",
        errorClass = "Microsoft.PowerShell.Commands.NewAliasCommand")
@Help(
        synopsis = "Makes a name that is free stand for a command.",
        examples = {
            @Example(title = "A short name", code = "New-Alias gb Get-BitsTransfer -Force"),
            @Example(title = "Make one and see it", code = "New-Alias -Name now -Value Get-Date -Force -PassThru"),
            @Example(
                    title = "With the settings of profiles",
                    code = "New-Alias -Name today -Value Get-Date -Description 'The date' -Option AllScope -Scope"
                            + " Global -Force")
        })
final class NewAlias extends AliasCommand {

    @Parameter(help = "Replaces one that exists.")
    private boolean force;

    @Override
    protected void process() {
        if (!force && runtime().commands().aliases().containsKey(name().toLowerCase(Locale.ROOT))) {
            writeError(Failures.of(
                    "AliasAlreadyExists",
                    ErrorCategory.ResourceExists,
                    name(),
                    "The alias is not allowed, because an alias with the name '" + name() + "' already exists."));
            return;
        }
        make("New Alias");
    }
}
