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
import org.openbits.cmdlets.core.display.PropertyExpression;
import org.openbits.cmdlets.core.display.TableView;
import org.openbits.cmdlets.core.display.View;

/** {@code Format-Table}: shows objects as rows. */
@CmdletName(
        verb = "Format",
        noun = "Table",
        aliases = "ft",
        errorClass = "Microsoft.PowerShell.Commands.FormatTableCommand")
@Help(
        synopsis = "Shows objects as the rows of a table.",
        description = "What comes out is for display: only Out-File, Out-String and the like can follow. A calculated"
                + " column may have Name, Expression, Width, Alignment and FormatString.",
        examples = {
            @Example(title = "Two columns", code = "Get-ChildItem | Format-Table Name, Length"),
            @Example(
                    title = "A calculated column",
                    code = "1..3 | Format-Table @{n='Half'; e={$_ / 2}; FormatString='N2'; Width=8}"),
            @Example(
                    title = "Narrow columns, long text wrapped",
                    code = "Get-ChildItem | Format-Table -Property Name, FullName -AutoSize -Wrap"),
            @Example(
                    title = "Rows alone",
                    code = "Format-Table -InputObject (Get-Item .) -Property Name, FullName -HideTableHeaders"),
            @Example(
                    title = "In groups, headers on each page",
                    code = "Get-Command -Noun Item, Path | Sort-Object Noun | Format-Table -Property Name -GroupBy"
                            + " Noun -RepeatHeader -Force")
        })
final class FormatTable extends Cmdlet {

    @Parameter(position = 0, wildcards = true, help = "The columns, in this order.")
    private List<Object> property = List.of();

    @Parameter(help = "Makes columns as wide as their content; waits for all objects.")
    private boolean autoSize;

    @Parameter(help = "Breaks long cells into lines instead of cutting them.")
    private boolean wrap;

    @Parameter(help = "Leaves out the heading.")
    private boolean hideTableHeaders;

    @Parameter(help = "Begins a new table whenever this property changes.")
    private @Nullable Object groupBy;

    @Parameter(pipeline = true, help = "The objects to show.")
    private @Nullable Object inputObject;

    private @Nullable View view;

    @Parameter(help = "Shows the properties of an error, which is shown as its text otherwise.")
    private boolean force;

    @Parameter(help = "Accepted: the console does not page, so a heading is written once.")
    private boolean repeatHeader;

    @Override
    protected void begin() {
        List<PropertyExpression> columns = Properties.of(property, runtime());
        view = TableView.of(columns, autoSize, wrap, hideTableHeaders, groupBy);
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
