package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
        examples = {
            @Example(title = "The last one", code = "Get-Error"),
            @Example(title = "The last two", code = "try { 1 / 0 } catch { }; Get-Error -Newest 2; $Error.Clear()"),
            @Example(
                    title = "One that was caught",
                    code = "try { [int]'x' } catch { Get-Error -InputObject $_; $Error.Clear() }")
        })
final class GetError extends Cmdlet {

    /** How many steps of a trace are shown. */
    private static final int STEPS = 12;

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
        return new CustomObject("System.Management.Automation.ErrorRecord#PSExtendedError")
                .add("Message", record.message())
                .add("FullyQualifiedErrorId", record.fullyQualifiedErrorId())
                .add("Category", record.category())
                .add("TargetObject", record.target())
                .add("Command", place == null ? null : place.commandName())
                .add("Position", place == null ? null : place.line() + ":" + place.column() + " " + place.lineText())
                .add("ExitCode", record.exitCode())
                .add("Trace", trace(record.exception()));
    }

    /** What led to it, the last steps and each cause; the steps of the interpreter that lie below tell nothing more. */
    private static String trace(Throwable failure) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            lines.add((cause == failure ? "" : "Caused by: ") + cause);
            StackTraceElement[] steps = cause.getStackTrace();
            for (StackTraceElement step : List.of(steps).subList(0, Math.min(STEPS, steps.length))) {
                lines.add("  at " + step);
            }
            if (steps.length > STEPS) {
                lines.add("  ... " + (steps.length - STEPS) + " more");
            }
        }
        return String.join("\n", lines);
    }
}
