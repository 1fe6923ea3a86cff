package org.openbits.cmdlets.core;

import org.openbits.automation.CommandRuntime;

/** Aliases as objects. */
final class Aliases {

    private Aliases() {}

    static CommandItem item(CommandRuntime runtime, String alias, String target) {
        return new CommandItem("Alias", alias, "", target, runtime.commands().find(target));
    }
}
