package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** {@code Clear-Host}: empties the screen. */
@CmdletName(
        verb = "Clear",
        noun = "Host",
        aliases = {"cls", "clear"})
@Help(synopsis = "Empties the screen.", examples = @Example(title = "A fresh start", code = "Clear-Host"))
final class ClearHost extends Cmdlet {

    @Override
    protected void process() {
        if (runtime().host().isInteractive() && runtime().host().hasColours()) {
            runtime().host().out().print("\u001b[H\u001b[2J\u001b[3J");
            runtime().host().out().flush();
        }
    }
}
