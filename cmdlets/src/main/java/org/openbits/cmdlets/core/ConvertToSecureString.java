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

/** {@code ConvertTo-SecureString}: text that is not shown any more. */
@CmdletName(
        verb = "ConvertTo",
        noun = "SecureString",
        defaultSet = "Secure",
        errorClass = "Microsoft.PowerShell.Commands.ConvertToSecureStringCommand")
@Help(
        synopsis = "Makes a secure string of a text.",
        description =
                "Takes plain text and texts sealed by a key; those that Windows has encrypted for one of its users cannot be read"
                        + " elsewhere.",
        examples = {
            @Example(title = "From the environment", code = "ConvertTo-SecureString $env:PATH -AsPlainText -Force"),
            @Example(
                    title = "Back from what a key encrypted",
                    code = "$key = [byte[]](1..16); $text = ConvertTo-SecureString -String 'pa55'"
                            + " -AsPlainText -Force | ConvertFrom-SecureString -Key $key;"
                            + " ConvertTo-SecureString -String $text -Key $key"),
            @Example(
                    title = "With a pass phrase as key",
                    code = "$phrase = ConvertTo-SecureString 'sixteen letters.' -AsPlainText"
                            + " -Force; $text = ConvertFrom-SecureString $phrase -SecureKey $phrase;"
                            + " ConvertTo-SecureString $text -SecureKey $phrase")
        })
final class ConvertToSecureString extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The text.")
    private String string = "";

    @Parameter(sets = "PlainText", position = 1, help = "Says that the text is not encrypted.")
    private boolean asPlainText;

    @Parameter(sets = "PlainText", position = 2, help = "Accepted: newer shells need it no more.")
    private boolean force;

    @Parameter(sets = "Key", mandatory = true, help = "The key of 16, 24 or 32 bytes that the text is sealed by.")
    private List<Object> key = List.of();

    @Parameter(sets = "SecureKey", mandatory = true, help = "The key as a secure string.")
    private @Nullable SecureText secureKey;

    @Override
    protected void process() {
        if (!key.isEmpty() || secureKey != null) {
            write(opened());
            return;
        }
        if (!asPlainText) {
            throw runtime()
                    .terminate(Failures.of(
                            "ImportSecureString_InvalidArgument_CryptographicError",
                            ErrorCategory.InvalidArgument,
                            null,
                            "Text that was encrypted for a user cannot be read here: give the -Key it was sealed by, or the plain text"
                                    + " with -AsPlainText."));
        }
        write(new SecureText(string.toCharArray()));
    }

    private SecureText opened() {
        try {
            return (secureKey == null ? SecretKey.of(key) : SecretKey.of(secureKey)).open(string);
        } catch (IllegalArgumentException wrong) {
            throw runtime()
                    .terminate(Failures.of(
                            "ImportSecureString_InvalidArgument_CryptographicError",
                            ErrorCategory.InvalidArgument,
                            null,
                            String.valueOf(wrong.getMessage())));
        }
    }
}
