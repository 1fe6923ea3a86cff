package org.openbits.cmdlets.core;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.PSCredential;
import org.openbits.automation.Parameter;
import org.openbits.automation.SecureText;

/** {@code Get-Credential}: asks for an account and its password. */
@CmdletName(
        verb = "Get",
        noun = "Credential",
        defaultSet = "CredentialSet",
        errorClass = "Microsoft.PowerShell.Commands.GetCredentialCommand")
@Help(
        synopsis = "Asks for a user name and a password.",
        description = "The password is not shown while it is typed.",
        examples = {
            @Example(title = "Of a known user", code = "$credential = Get-Credential user01"),
            @Example(
                    title = "Say what it is for",
                    code = "$credential = Get-Credential -UserName user01 -Title 'Mirror' -Message 'To fetch the"
                            + " updates'")
        })
final class GetCredential extends Cmdlet {

    @Parameter(
            position = 1,
            sets = "CredentialSet",
            type = "PSCredential",
            help = "The user name, or a credential to pass on.")
    private @Nullable Object credential;

    @Parameter(sets = "MessageSet", help = "What to say before asking.")
    private String message = "";

    @Parameter(sets = "MessageSet", help = "What to call the question; shown before the message.")
    private String title = "";

    @Parameter(position = 1, sets = "MessageSet", help = "The user name.")
    private String userName = "";

    @Override
    protected void process() {
        if (credential instanceof PSCredential known) {
            write(known);
            return;
        }
        for (String line : List.of(title, message)) {
            if (!line.isEmpty()) {
                runtime().information(line, true, null, null);
            }
        }
        String user = credential == null ? userName : Conversion.toText(credential);
        if (user.isEmpty()) {
            user = Answers.line(runtime(), "User: ");
        }
        char[] secret = Answers.secret(runtime(), "Password for user " + user + ": ");
        write(new PSCredential(user, new SecureText(secret)));
        Arrays.fill(secret, '\0');
    }
}
