package org.openbits.shell.pipeline;

import org.openbits.automation.CmdletRegistry;

/** The cmdlets that need the session itself, not only its face. */
final class SessionCommands {

    private SessionCommands() {}

    static void register(CmdletRegistry registry) {
        registry.register(AddType.class, "Add-Type");
        registry.register(NewObject.class, "New-Object");
        registry.register(SetStrictMode.class, "Set-StrictMode");
    }
}
