package org.openbits;

/** How credentials are proven (BG_AUTH_SCHEME). */
public enum AuthScheme {
    BASIC,
    DIGEST,
    NTLM,
    NEGOTIATE,
    PASSPORT;

    /** The number Windows uses: 1 to 5. */
    public int number() {
        return ordinal() + 1;
    }
}
