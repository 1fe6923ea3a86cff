package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.Parameter;

/** What New-Alias and Set-Alias share. */
abstract class AliasCommand extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "The alias.")
    private String name = "";

    @Parameter(position = 1, mandatory = true, pipelineByName = true, help = "The command it stands for.")
    private String value = "";

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

    final String name() {
        return name;
    }

    final void make(String operation) {
        if (!shouldProcess("Name: " + name + " Value: " + value, operation)) {
            return;
        }
        runtime().commands().alias(name, value);
        if (passThru) {
            write(Aliases.item(runtime(), name, value));
        }
    }
}
