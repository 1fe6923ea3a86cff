package org.openbits;

/**
 * A user and a password for one target and scheme (BG_AUTH_CREDENTIALS). Kept sealed on disk and never readable back.
 *
 * @param target who asks
 * @param scheme how it is proven
 * @param userName at most 300 characters
 * @param password at most 65,536 characters
 */
public record AuthCredentials(AuthTarget target, AuthScheme scheme, String userName, String password) {

    public AuthCredentials {
        if (userName.length() > 300) {
            throw BitsException.of(ErrorCode.BG_E_USERNAME_TOO_LARGE);
        }
        if (password.length() > 65_536) {
            throw BitsException.of(ErrorCode.BG_E_PASSWORD_TOO_LARGE);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AuthCredentials[" + target + ", " + scheme + ", " + userName + "]";
    }
}
