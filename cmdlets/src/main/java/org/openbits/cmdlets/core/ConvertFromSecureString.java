package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.SecureText;

/** {@code ConvertFrom-SecureString}: the text inside a secure string. */
@CmdletName(
        verb = "ConvertFrom",
        noun = "SecureString",
        errorClass = "Microsoft.PowerShell.Commands.ConvertFromSecureStringCommand")
@Help(
        synopsis = "Gives the text inside a secure string.",
        description = "Only as plain text: there is no key of the user's to encrypt it with.",
        examples =
                @Example(
                        title = "There and back",
                        code = "ConvertTo-SecureString abc -AsPlainText | ConvertFrom-SecureString -AsPlainText"))
final class ConvertFromSecureString extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The secure string.")
    private @Nullable SecureText secureString;

    @Parameter(help = "Gives the plain text.")
    private boolean asPlainText;

    @Override
    protected void process() {
        if (!asPlainText) {
            throw runtime()
                    .terminate(Failures.of(
                            "ConvertFromSecureStringNeedsPlainText",
                            ErrorCategory.InvalidOperation,
                            null,
                            "A secure string cannot be encrypted here: ask for its plain text with -AsPlainText."));
        }
        if (secureString != null) {
            write(new String(secureString.reveal()));
        }
    }
}
