package org.openbits.cmdlets.core;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.InvocationInfo;
import org.openbits.automation.Parameter;

/** {@code Get-Error}: all that is known of an error. */
@CmdletName(
        verb = "Get",
        noun = "Error",
        defaultSet = "Newest",
        errorClass = "Microsoft.PowerShell.Commands.GetErrorCommand")
@Help(
        synopsis = "Shows all that is known of the last error: id, place, cause and trace.",
        examples = @Example(title = "The last one", code = "Get-Error"))
final class GetError extends Cmdlet {

    @Parameter(sets = "Newest", aliases = "Last", help = "How many of the newest.")
    private int newest = 1;

    @Parameter(position = 0, pipeline = true, mandatory = true, sets = "Error", help = "The errors to show.")
    private @Nullable Object inputObject;

    @Override
    protected void process() {
        if (isBound("InputObject")) {
            show(inputObject);
            return;
        }
        Object errors = runtime().variable("Error");
        if (errors != null) {
            Conversion.enumerate(errors).stream().limit(newest).forEach(this::show);
        }
    }

    private void show(@Nullable Object error) {
        if (error instanceof ErrorRecord record) {
            write(details(record));
        }
    }

    private static CustomObject details(ErrorRecord record) {
        InvocationInfo place = record.invocation();
        StringWriter trace = new StringWriter();
        // Into a text: the trace is what Get-Error is asked for.
        record.exception().printStackTrace(new PrintWriter(trace));
        return new CustomObject("System.Management.Automation.ErrorRecord#PSExtendedError")
                .add("Message", record.message())
                .add("FullyQualifiedErrorId", record.fullyQualifiedErrorId())
                .add("Category", record.category())
                .add("TargetObject", record.target())
                .add("Command", place == null ? null : place.commandName())
                .add("Position", place == null ? null : place.line() + ":" + place.column() + " " + place.lineText())
                .add("ExitCode", record.exitCode())
                .add("Trace", trace.toString().strip().replace("\t", "    "));
    }
}
