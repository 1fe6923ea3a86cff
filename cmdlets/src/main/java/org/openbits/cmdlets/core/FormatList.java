package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.Formatted;
import org.openbits.cmdlets.core.display.ListView;
import org.openbits.cmdlets.core.display.View;

/** {@code Format-List}: shows each property on a line. */
@CmdletName(
        verb = "Format",
        noun = "List",
        aliases = "fl",
        errorClass = "Microsoft.PowerShell.Commands.FormatListCommand")
@Help(
        synopsis = "Shows each property of an object on a line of its own.",
        description = "Without properties, or with *, all are shown. What comes out is for display only.",
        examples = {
            @Example(title = "All properties", code = "Get-Item . | Format-List *"),
            @Example(
                    title = "Two properties of one object",
                    code = "Format-List -InputObject (Get-Item .) -Property Name, FullName"),
            @Example(
                    title = "In groups, with hidden files",
                    code = "Get-ChildItem -Force | Format-List -Property Name -GroupBy PSIsContainer -Force")
        })
final class FormatList extends Cmdlet {

    @Parameter(position = 0, wildcards = true, help = "The properties, in this order.")
    private List<Object> property = List.of();

    @Parameter(help = "Writes a label whenever this property changes.")
    private @Nullable Object groupBy;

    @Parameter(help = "Shows the properties of an error, which is shown as its text otherwise.")
    private boolean force;

    @Parameter(pipeline = true, help = "The objects to show.")
    private @Nullable Object inputObject;

    private @Nullable View view;

    @Override
    protected void begin() {
        view = ListView.of(Properties.of(property, runtime()), groupBy);
    }

    @Override
    protected void process() {
        if (inputObject != null && view != null) {
            write(force || !(inputObject instanceof ErrorRecord) ? new Formatted(view, inputObject) : inputObject);
        }
    }

    @Override
    protected void end() {
        write(Formatted.END);
    }
}
