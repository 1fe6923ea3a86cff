package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.SecureText;

/** {@code ConvertTo-SecureString}: text that is not shown any more. */
@CmdletName(
        verb = "ConvertTo",
        noun = "SecureString",
        defaultSet = "Secure",
        errorClass = "Microsoft.PowerShell.Commands.ConvertToSecureStringCommand")
@Help(
        synopsis = "Makes a secure string of a text.",
        description = "Only plain text is taken: texts that Windows has encrypted for one of its users cannot be read"
                + " elsewhere.",
        examples =
                @Example(title = "From the environment", code = "ConvertTo-SecureString $env:PATH -AsPlainText -Force"))
final class ConvertToSecureString extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The text.")
    private String string = "";

    @Parameter(sets = "PlainText", position = 1, help = "Says that the text is not encrypted.")
    private boolean asPlainText;

    @Parameter(sets = "PlainText", position = 2, help = "Accepted: newer shells need it no more.")
    private boolean force;

    @Override
    protected void process() {
        if (!asPlainText) {
            throw runtime()
                    .terminate(Failures.of(
                            "ImportSecureString_InvalidArgument_CryptographicError",
                            ErrorCategory.InvalidArgument,
                            null,
                            "Encrypted text cannot be read here: give the plain text with -AsPlainText."));
        }
        write(new SecureText(string.toCharArray()));
    }
}
