package org.openbits.shell.pipeline;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletRegistry;

/** The cmdlets that need the session itself, not only its face. */
final class SessionCommands {

    private static final List<Class<? extends Cmdlet>> ALL =
            List.of(AddType.class, NewObject.class, SetStrictMode.class);

    private SessionCommands() {}

    static void register(CmdletRegistry registry) {
        ALL.forEach(registry::register);
    }
}
