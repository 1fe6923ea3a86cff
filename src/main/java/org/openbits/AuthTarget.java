package org.openbits;

/** Who asks for credentials (BG_AUTH_TARGET). */
public enum AuthTarget {
    SERVER,
    PROXY;

    /** The number Windows uses: 1 and 2. */
    public int number() {
        return ordinal() + 1;
    }
}
