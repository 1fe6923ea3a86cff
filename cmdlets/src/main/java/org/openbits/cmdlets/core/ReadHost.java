package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.SecureText;

/** {@code Read-Host}: asks for a line. */
@CmdletName(verb = "Read", noun = "Host", errorClass = "Microsoft.PowerShell.Commands.ReadHostCommand")
@Help(
        synopsis = "Asks for a line of text.",
        examples = @Example(title = "A question", code = "$name = Read-Host 'Your name'"))
final class ReadHost extends Cmdlet {

    @Parameter(position = 0, remaining = true, help = "The question.")
    private @Nullable Object prompt;

    @Parameter(help = "Hides what is typed and gives a secure string.")
    private boolean asSecureString;

    @Parameter(help = "Hides what is typed.")
    private boolean maskInput;

    @Override
    protected void process() {
        String question = prompt == null ? "" : Conversion.toText(prompt) + ": ";
        if (!asSecureString && !maskInput) {
            write(Answers.line(runtime(), question));
            return;
        }
        char[] secret = Answers.secret(runtime(), question);
        write(asSecureString ? new SecureText(secret) : new String(secret));
    }
}
