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
import org.openbits.cmdlets.core.display.TreeView;
import org.openbits.cmdlets.core.display.View;

/** {@code Format-Custom}: shows an object with all that lies in it. */
@CmdletName(
        verb = "Format",
        noun = "Custom",
        aliases = "fc",
        errorClass = "Microsoft.PowerShell.Commands.FormatCustomCommand")
@Help(
        synopsis = "Shows the properties of an object and of the objects in it, as a tree.",
        description = "Without properties, or with *, all are shown. What comes out is for display only.",
        examples = {
            @Example(
                    title = "A configuration with tables in it",
                    code = "'{\"server\":{\"name\":\"web\",\"ports\":[80,443]}}' | ConvertFrom-Json | Format-Custom"),
            @Example(
                    title = "One property, two levels deep",
                    code = "$o = '{\"server\":{\"name\":\"web\",\"disk\":{\"size\":9}}}' | ConvertFrom-Json;"
                            + " Format-Custom -InputObject $o -Property server -Depth 2 -Force"),
            @Example(
                    title = "In groups",
                    code = "[pscustomobject]@{ Kind = 'a'; N = 1 }, [pscustomobject]@{ Kind = 'b';"
                            + " N = 2 } | Format-Custom -Property N -GroupBy Kind")
        })
final class FormatCustom extends Cmdlet {

    @Parameter(position = 0, wildcards = true, help = "The properties, in this order.")
    private List<Object> property = List.of();

    @Parameter(minimum = 1, help = "How many levels are opened.")
    private int depth = 5;

    @Parameter(help = "Writes a label whenever this property changes.")
    private @Nullable Object groupBy;

    @Parameter(help = "Shows the properties of an error, which is shown as its text otherwise.")
    private boolean force;

    @Parameter(pipeline = true, help = "The objects to show.")
    private @Nullable Object inputObject;

    private @Nullable View view;

    @Override
    protected void begin() {
        view = TreeView.of(Properties.of(property, runtime()), depth, groupBy);
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
