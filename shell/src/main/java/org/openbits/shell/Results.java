package org.openbits.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.cmdlets.core.display.Formatted;
import org.openbits.shell.ShellOptions.Output;
import org.openbits.shell.pipeline.OutputSink;
import org.openbits.shell.pipeline.ShellSession;

/** Writes what commands leave as JSON: a list at the end, or a line for each as it comes. */
final class Results implements OutputSink {

    /** Deep enough for a job with its files and their properties. */
    private static final int DEPTH = 6;

    private final ShellSession session;
    private final PrintStream out;
    private final boolean lines;
    private final List<@Nullable Object> held = new ArrayList<>();

    private Results(ShellSession session, PrintStream out, boolean lines) {
        this.session = session;
        this.out = out;
        this.lines = lines;
    }

    /** Null for text, which the session shows by itself. */
    static @Nullable Results of(Output output, ShellSession session, PrintStream out) {
        return output == Output.TEXT ? null : new Results(session, out, output == Output.JSON_LINES);
    }

    @Override
    public void write(@Nullable Object written) {
        if (written == Formatted.END) {
            return;
        }
        // Of what a Format- cmdlet would show the object itself is the data.
        Object value = written instanceof Formatted formatted ? formatted.value() : written;
        if (lines) {
            print(value, true);
        } else {
            held.add(value);
        }
    }

    /** Writes the document; once, after everything ran. */
    void finish() {
        if (!lines) {
            print(held, false);
        }
    }

    private void print(@Nullable Object value, boolean compressed) {
        List<Argument> arguments = new ArrayList<>(List.of(
                Argument.named("InputObject", value, -1),
                Argument.named("Depth", DEPTH, -1),
                Argument.named("EnumsAsStrings", true, -1)));
        arguments.add(Argument.named("Compress", compressed, -1));
        for (Object line : session.call("ConvertTo-Json", arguments, null)) {
            out.println(line);
        }
    }
}
