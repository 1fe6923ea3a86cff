package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.Formatted;
import org.openbits.cmdlets.core.display.PropertyExpression;
import org.openbits.cmdlets.core.display.View;
import org.openbits.cmdlets.core.display.WideView;

/** {@code Format-Wide}: shows one property in columns. */
@CmdletName(
        verb = "Format",
        noun = "Wide",
        aliases = "fw",
        errorClass = "Microsoft.PowerShell.Commands.FormatWideCommand")
@Help(
        synopsis = "Shows one property of each object, side by side.",
        description = "Two columns unless -Column or -AutoSize says otherwise. What comes out is for display only.",
        examples = {
            @Example(title = "Names in four columns", code = "Get-Command | Format-Wide Name -Column 4"),
            @Example(
                    title = "As many columns as fit",
                    code = "Get-Command -Noun Job, Item | Sort-Object Noun | Format-Wide -Property"
                            + " Name -AutoSize -GroupBy Noun"),
            @Example(title = "One object", code = "Format-Wide -InputObject (Get-Item .) -Property Name -Force")
        })
final class FormatWide extends Cmdlet {

    private static final int DEFAULT_COLUMNS = 2;

    @Parameter(position = 0, help = "The property to show; the name when left out.")
    private @Nullable Object property;

    @Parameter(help = "The number of columns.")
    private int column;

    @Parameter(help = "As many columns as the longest value allows.")
    private boolean autoSize;

    @Parameter(help = "Writes a label whenever this property changes.")
    private @Nullable Object groupBy;

    @Parameter(pipeline = true, help = "The objects to show.")
    private @Nullable Object inputObject;

    private @Nullable View view;

    @Parameter(help = "Shows the properties of an error, which is shown as its text otherwise.")
    private boolean force;

    @Override
    protected void begin() {
        if (autoSize && isBound("Column")) {
            throw runtime()
                    .terminate(Failures.of(
                            "FormatWideAutoSizeAndColumn",
                            ErrorCategory.InvalidArgument,
                            column,
                            "-AutoSize and -Column cannot be used together: leave one out."));
        }
        PropertyExpression shown = property == null
                ? null
                : Properties.of(List.of(property), runtime()).get(0);
        int columns = column > 0 ? column : DEFAULT_COLUMNS;
        view = WideView.of(shown, autoSize ? 0 : columns, groupBy);
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
