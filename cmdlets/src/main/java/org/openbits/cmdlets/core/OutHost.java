package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.Display;

/** {@code Out-Host}: shows objects; nothing goes on down the pipeline. */
@CmdletName(verb = "Out", noun = "Host", aliases = "oh", errorClass = "Microsoft.PowerShell.Commands.OutHostCommand")
@Help(
        synopsis = "Shows objects on the console.",
        examples = {
            @Example(title = "Show at once, even inside a function", code = "1..3 | Out-Host"),
            @Example(title = "Page by page", code = "Out-Host -InputObject 'one', 'two' -Paging")
        })
final class OutHost extends Cmdlet {

    @Parameter(pipeline = true, help = "The objects to show.")
    private @Nullable Object inputObject;

    @Parameter(help = "Shows a page at a time. The console shows all: its user scrolls back.")
    private boolean paging;

    private @Nullable Display display;

    @Override
    protected void begin() {
        display = Displays.onHost(runtime());
    }

    @Override
    protected void process() {
        if (display != null) {
            display.show(inputObject);
        }
    }

    @Override
    protected void end() {
        if (display != null) {
            display.close();
        }
        runtime().host().out().flush();
    }
}
