package org.openbits.internal.smb;

import java.util.List;
import jcifs.Credentials;
import jcifs.smb.NtlmPasswordAuthenticator;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;

/**
 * Who a connection speaks for.
 *
 * @param user as given, {@code DOMAIN\\user} or {@code user@domain} or {@code user}; empty for the holder of the Kerberos
 *     ticket, or nobody
 */
record Account(String user, String password) {

    static final Account NOBODY = new Account("", "");

    /** The job's credentials for servers; the schemes of Windows first, but any will do, for a share knows no schemes. */
    static Account of(List<AuthCredentials> credentials) {
        AuthCredentials best = null;
        for (AuthCredentials each : credentials) {
            boolean fits = each.target() == AuthTarget.SERVER;
            if (fits && (best == null || rank(each.scheme()) < rank(best.scheme()))) {
                best = each;
            }
        }
        return best == null ? NOBODY : new Account(best.userName(), best.password());
    }

    private static int rank(AuthScheme scheme) {
        return switch (scheme) {
            case NEGOTIATE -> 0;
            case NTLM -> 1;
            case BASIC, DIGEST, PASSPORT -> 2;
        };
    }

    boolean isNobody() {
        return user.isEmpty();
    }

    Credentials forTheLibrary() {
        return isNobody() ? new NtlmPasswordAuthenticator() : new NtlmPasswordAuthenticator(user, password);
    }

    /**
     * For messages: without the password.
     *
     * @param noTicket why not as the holder of a Kerberos ticket; may be empty
     */
    String shown(String noTicket) {
        if (!isNobody()) {
            return "'" + user + "'";
        }
        return noTicket.isEmpty() ? "nobody (anonymous)" : "nobody (anonymous), for " + noTicket;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
