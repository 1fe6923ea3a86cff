package org.openbits.automation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * PowerShell's SecureString: a secret that no conversion to text shows. Scripts may spell it out by its methods, which are
 * public for them.
 */
public final class SecureText {

    private char[] characters;
    private boolean readOnly;

    /** An empty one. */
    public SecureText() {
        this(new char[0]);
    }

    public SecureText(char[] characters) {
        this.characters = characters.clone();
    }

    /** The secret; the caller clears the copy after use. */
    public synchronized char[] reveal() {
        return characters.clone();
    }

    /** How many characters it has. */
    public synchronized int getLength() {
        return characters.length;
    }

    /** Adds a character at the end. */
    public void appendChar(@Nullable Object character) {
        insertAt(getLength(), character);
    }

    /**
     * Puts a character before the one at an index.
     *
     * @throws IllegalArgumentException when it is not one character
     * @throws IllegalStateException when the secret is read-only
     */
    public synchronized void insertAt(int index, @Nullable Object character) {
        String text = Conversion.toText(character);
        if (text.length() != 1) {
            throw new IllegalArgumentException("A secret takes one character at a time.");
        }
        char[] longer = new char[characters.length + 1];
        System.arraycopy(characters, 0, longer, 0, index);
        longer[index] = text.charAt(0);
        System.arraycopy(characters, index, longer, index + 1, characters.length - index);
        replace(longer);
    }

    /** Takes the character at an index out. */
    public synchronized void removeAt(int index) {
        char[] shorter = new char[characters.length - 1];
        System.arraycopy(characters, 0, shorter, 0, index);
        System.arraycopy(characters, index + 1, shorter, index, shorter.length - index);
        replace(shorter);
    }

    /** Nothing changes it from now on. */
    public synchronized void makeReadOnly() {
        readOnly = true;
    }

    /** Whether nothing changes it any more. */
    public synchronized boolean isReadOnly() {
        return readOnly;
    }

    /** Another one with the same secret, which may be changed. */
    public synchronized SecureText copy() {
        return new SecureText(characters);
    }

    /** Overwrites and forgets it. */
    public synchronized void clear() {
        replace(new char[0]);
    }

    /** Overwrites and forgets it, read-only or not. */
    public synchronized void dispose() {
        readOnly = false;
        clear();
    }

    private void replace(char[] others) {
        if (readOnly) {
            throw new IllegalStateException("Instance is read-only.");
        }
        Arrays.fill(characters, '\0');
        characters = others;
    }

    @Override
    public String toString() {
        return "System.Security.SecureString";
    }
}
