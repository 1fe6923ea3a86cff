package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import tools.jackson.core.JacksonException;

/** {@code Test-Json}: whether a text is JSON. */
@CmdletName(verb = "Test", noun = "Json", errorClass = "Microsoft.PowerShell.Commands.TestJsonCommand")
@Help(
        synopsis = "Tells whether a text is JSON.",
        description = "One that is not gives False and an error that says where it breaks.",
        examples = @Example(title = "A complete text", code = "Test-Json '{\"a\": 1}'"))
final class TestJson extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The text.")
    private String json = "";

    @Override
    protected void process() {
        try {
            new JsonValues(true, 1024).of(json);
            write(true);
        } catch (JacksonException malformed) {
            writeError(Failures.of(
                    "InvalidJson",
                    ErrorCategory.InvalidData,
                    json,
                    "Cannot parse the JSON. " + malformed.getOriginalMessage()));
            write(false);
        }
    }
}
