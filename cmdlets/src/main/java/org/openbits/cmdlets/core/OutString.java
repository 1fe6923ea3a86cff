package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.Display;

/** {@code Out-String}: the display as text. */
@CmdletName(verb = "Out", noun = "String", errorClass = "Microsoft.PowerShell.Commands.OutStringCommand")
@Help(
        synopsis = "Gives as text what the display would show.",
        description = "One text with all lines, or with -Stream one text for each line.",
        examples = {
            @Example(title = "A table as text", code = "Get-Item . | Format-Table Name | Out-String"),
            @Example(title = "Line by line, narrow", code = "Get-Item . | Format-List | Out-String -Stream -Width 60"),
            @Example(title = "Joined without line ends", code = "Out-String -InputObject 'a', 'b' -NoNewline")
        })
final class OutString extends Cmdlet {

    @Parameter(help = "One text for each line.")
    private boolean stream;

    @Parameter(help = "The characters a line may have; the console's width when left out.")
    private int width;

    @Parameter(help = "Leaves out the line ends.")
    private boolean noNewline;

    @Parameter(pipeline = true, help = "The objects to show.")
    private @Nullable Object inputObject;

    private final StringBuilder text = new StringBuilder();
    private @Nullable Display display;

    @Override
    protected void begin() {
        display = Displays.into(runtime(), width, this::line);
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
        if (!stream) {
            write(text.toString());
        }
    }

    private void line(String line) {
        if (stream) {
            write(line);
        } else {
            text.append(line).append(noNewline ? "" : System.lineSeparator());
        }
    }
}
