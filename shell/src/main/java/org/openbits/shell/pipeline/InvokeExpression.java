package org.openbits.shell.pipeline;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Invoke-Expression}: runs a text in the caller's scope. */
@CmdletName(
        verb = "Invoke",
        noun = "Expression",
        aliases = "iex",
        errorClass = "Microsoft.PowerShell.Commands.InvokeExpressionCommand")
@Help(
        synopsis = "Runs a text as a script.",
        description = "Never hand it text that came from elsewhere: it runs as you.",
        examples = @Example(title = "Run a line kept in a variable", code = "$line = '1 + 2'; Invoke-Expression $line"))
final class InvokeExpression extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The text to run.")
    private String command = "";

    @Override
    protected void process() {
        Engine engine = runtime().service(Engine.class);
        engine.run(engine.types().block(command).body().statements(), this::write);
    }
}
