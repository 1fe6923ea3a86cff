package org.openbits.cmdlets.core;

import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import tools.jackson.core.JacksonException;

/** {@code ConvertFrom-Json}: JSON text as objects. */
@CmdletName(verb = "ConvertFrom", noun = "Json", errorClass = "Microsoft.PowerShell.Commands.ConvertFromJsonCommand")
@Help(
        synopsis = "Makes objects of JSON text.",
        description =
                "The texts of the pipeline are lines of one JSON text. The elements of an array come out one by one.",
        examples = {
            @Example(title = "A property", code = "('{\"size\": 3}' | ConvertFrom-Json).size"),
            @Example(
                    title = "Read a table of settings",
                    code = "$set = ConvertFrom-Json -InputObject '{\"retries\": 3, \"proxy\": {\"port\": 8080}}'"
                            + " -AsHashtable -Depth 4; $set.proxy.port"),
            @Example(
                    title = "Keep an array together",
                    code = "(ConvertFrom-Json -InputObject '[1, 2, 3]' -NoEnumerate).Count")
        })
final class ConvertFromJson extends Cmdlet {

    @AllowEmpty
    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The text.")
    private String inputObject = "";

    @Parameter(help = "Gives hash tables in place of objects.")
    private boolean asHashtable;

    @Parameter(help = "How many objects may stand inside one another.")
    private int depth = 1024;

    @Parameter(help = "Gives an array as one object.")
    private boolean noEnumerate;

    private final StringBuilder text = new StringBuilder();

    @Override
    protected void process() {
        text.append(text.isEmpty() ? "" : "\n").append(inputObject);
    }

    @Override
    protected void end() {
        if (text.toString().isBlank()) {
            return;
        }
        Object value;
        try {
            value = new JsonValues(asHashtable, depth).of(text.toString());
        } catch (JacksonException malformed) {
            throw runtime()
                    .terminate(Failures.of(
                            "System.ArgumentException",
                            ErrorCategory.NotSpecified,
                            null,
                            "Conversion from JSON failed: " + malformed.getOriginalMessage() + " (line "
                                    + malformed.getLocation().getLineNr() + ", position "
                                    + malformed.getLocation().getColumnNr() + ")"));
        }
        if (noEnumerate) {
            write(value);
        } else {
            runtime().writeAll(value);
        }
    }
}
