package org.openbits.cmdlets.core;

import java.util.List;
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
        defaultSet = "AsPlainText",
        errorClass = "Microsoft.PowerShell.Commands.ConvertFromSecureStringCommand")
@Help(
        synopsis = "Gives the text inside a secure string.",
        description = "Sealed by a key, in PowerShell's form, or as plain text; there is no key of the user's own.",
        examples = {
            @Example(
                    title = "There and back",
                    code = "ConvertTo-SecureString abc -AsPlainText | ConvertFrom-SecureString -AsPlainText"),
            @Example(
                    title = "Sealed by a key of bytes",
                    code = "$key = [byte[]](1..16); $sealed = ConvertTo-SecureString abc -AsPlainText"
                            + " | ConvertFrom-SecureString -Key $key; ConvertTo-SecureString $sealed -Key"
                            + " $key"),
            @Example(
                    title = "Sealed by a pass phrase",
                    code = "$phrase = ConvertTo-SecureString 'sixteen letters!' -AsPlainText;"
                            + " ConvertTo-SecureString abc -AsPlainText | ConvertFrom-SecureString"
                            + " -SecureKey $phrase")
        })
final class ConvertFromSecureString extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The secure string.")
    private @Nullable SecureText secureString;

    @Parameter(sets = "AsPlainText", help = "Gives the plain text.")
    private boolean asPlainText;

    @Parameter(sets = "Key", mandatory = true, help = "A key of 16, 24 or 32 bytes that seals the text.")
    private List<Object> key = List.of();

    @Parameter(sets = "SecureKey", mandatory = true, position = 1, help = "The key as a secure string.")
    private @Nullable SecureText secureKey;

    @Override
    protected void process() {
        boolean isKeyed = !key.isEmpty() || secureKey != null;
        if (isKeyed && secureString != null) {
            write(sealed(secureString));
            return;
        }
        if (!asPlainText) {
            throw runtime()
                    .terminate(Failures.of(
                            "ConvertFromSecureStringNeedsPlainText",
                            ErrorCategory.InvalidOperation,
                            null,
                            "A secure string cannot be sealed for the user alone here: seal it with a -Key, or ask for"
                                    + " its plain text with -AsPlainText."));
        }
        if (secureString != null) {
            write(new String(secureString.reveal()));
        }
    }

    private String sealed(SecureText secret) {
        try {
            return (secureKey == null ? SecretKey.of(key) : SecretKey.of(secureKey)).seal(secret);
        } catch (IllegalArgumentException invalid) {
            throw runtime()
                    .terminate(Failures.of(
                            "ImportSecureString_InvalidArgument",
                            ErrorCategory.InvalidArgument,
                            null,
                            String.valueOf(invalid.getMessage())));
        }
    }
}
