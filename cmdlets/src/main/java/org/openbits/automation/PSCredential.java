package org.openbits.automation;

/**
 * An account and its secret.
 *
 * @param userName the account: {@code user}, {@code DOMAIN\\user} or {@code user@domain}
 * @param password its secret
 */
@ConvertedBy(CredentialPrompt.class)
public record PSCredential(String userName, SecureText password) {

    @Override
    public String toString() {
        return "System.Management.Automation.PSCredential";
    }
}
