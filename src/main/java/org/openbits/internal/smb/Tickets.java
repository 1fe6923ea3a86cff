package org.openbits.internal.smb;

import java.time.Duration;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * The Kerberos ticket that the user of this process has (kinit, or the logon), from the platform's cache; KRB5CCNAME of the
 * process names another. Nobody is asked for a password. Thread-safe; guarded by this.
 */
final class Tickets {

    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

    private @Nullable Subject subject;
    private String why = "";
    /** Null before the first question. */
    private @Nullable Long asked;

    /** Whose ticket it is, or null when there is none: {@link #why} tells. Reads files, and the answer holds a while. */
    synchronized @Nullable Subject current() {
        long now = System.nanoTime();
        if (asked == null || now - asked > ASK_AGAIN_NANOS) {
            asked = now;
            subject = null;
            try {
                Subject holder = new Subject();
                new LoginContext("", holder, null, new FromTheCache()).login();
                subject = holder;
                why = "";
            } catch (LoginException | SecurityException e) {
                why =
                        "there is no Kerberos ticket (kinit gets one, before the service starts or into the cache it uses): "
                                + e.getMessage();
            }
        }
        return subject;
    }

    /** Why there is no ticket, as a part of a sentence; empty when there is one. */
    synchronized String why() {
        return why;
    }

    private static final class FromTheCache extends Configuration {

        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            Map<String, String> options = Map.of(
                    "useTicketCache",
                    "true",
                    "doNotPrompt",
                    "true",
                    "isInitiator",
                    "true",
                    "refreshKrb5Config",
                    "true");
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options)
            };
        }
    }
}
