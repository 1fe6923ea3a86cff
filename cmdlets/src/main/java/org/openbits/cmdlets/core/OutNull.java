package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Out-Null}: takes objects and does nothing with them. */
@CmdletName(verb = "Out", noun = "Null", errorClass = "Microsoft.PowerShell.Commands.OutNullCommand")
@Help(
        synopsis = "Discards objects.",
        examples = {
            @Example(title = "Throw a result away", code = "1..10 | Out-Null"),
            @Example(
                    title = "Throw one object away",
                    code = "Out-Null -InputObject (New-Item -ItemType Directory -Path made -Force)")
        })
final class OutNull extends Cmdlet {

    @Parameter(pipeline = true, help = "The objects to discard.")
    @SuppressWarnings("unused") // taken so that every object binds
    private @Nullable Object inputObject;
}
