package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Invoke-Expression}: runs text. */
@CmdletName(
        verb = "Invoke",
        noun = "Expression",
        aliases = "iex",
        errorClass = "Microsoft.PowerShell.Commands.InvokeExpressionCommand")
@Help(
        synopsis = "Runs a text as if it stood here.",
        description = "Never give it text from elsewhere: it can do whatever the user can.",
        examples = @Example(title = "A sum", code = "Invoke-Expression -Command '1 + 1'"))
final class InvokeExpression extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The text.")
    private String command = "";

    @Override
    protected void process() {
        runtime().service(Session.class).evaluate(command).forEach(this::write);
    }
}
