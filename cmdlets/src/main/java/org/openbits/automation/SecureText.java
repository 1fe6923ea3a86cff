package org.openbits.automation;

import java.util.Arrays;

/** PowerShell's SecureString: a secret that no conversion to text shows. */
public final class SecureText {

    private final char[] characters;

    public SecureText(char[] characters) {
        this.characters = characters.clone();
    }

    /** The secret; the caller clears the copy after use. */
    public char[] reveal() {
        return characters.clone();
    }

    /** How many characters it has. */
    public int length() {
        return characters.length;
    }

    /** Overwrites it. */
    public void clear() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "System.Security.SecureString";
    }
}
