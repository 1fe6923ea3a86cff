package org.openbits.automation;

import org.jspecify.annotations.Nullable;

/** Makes a {@link PSCredential} of a user name: asks for the password. */
public final class CredentialPrompt implements ArgumentConverter {

    @Override
    public Object convert(@Nullable Object value, CommandRuntime runtime) {
        String user = Conversion.toText(value);
        char[] secret = value instanceof CharSequence && runtime.host().isInteractive()
                ? runtime.host().readSecret("Password for user " + user + ": ")
                : null;
        if (secret == null) {
            throw new ConversionException(
                    user,
                    "System.Management.Automation.PSCredential",
                    "nobody can be asked for the password; make one with Get-Credential or New-Object PSCredential");
        }
        return new PSCredential(user, new SecureText(secret));
    }
}
