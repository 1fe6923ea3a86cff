package org.openbits.internal.http;

import java.net.URI;
import java.util.Locale;
import org.openbits.JobProperty;
import org.openbits.JobSettings;

/**
 * Where a job may be sent on to, from its security flags (BITS, BG_HTTP_REDIRECT_POLICY).
 *
 * @param allowed whether redirects are followed at all
 * @param reported whether the final address replaces the remote name
 * @param downgradeAllowed whether https may lead to http
 */
record Redirects(boolean allowed, boolean reported, boolean downgradeAllowed) {

    private static final long MASK = 0x700;
    private static final long REPORT = 0x100;
    private static final long DISALLOW = 0x200;
    private static final long HTTPS_TO_HTTP = 0x800;

    static Redirects of(JobSettings settings) {
        long flags = settings.get(JobProperty.SECURITY_FLAGS);
        return new Redirects((flags & MASK) != DISALLOW, (flags & MASK) == REPORT, (flags & HTTPS_TO_HTTP) != 0);
    }

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static boolean isDowngrade(URI from, URI to) {
        return "https".equals(from.getScheme()) && "http".equals(to.getScheme());
    }

    /**
     * Whether a secret meant for {@code from} may be shown to {@code to}: the same host and port, or the step from http
     * to https on their own ports.
     */
    static boolean sameOrigin(URI from, URI to) {
        boolean sameHost = String.valueOf(from.getHost())
                .toLowerCase(Locale.ROOT)
                .equals(String.valueOf(to.getHost()).toLowerCase(Locale.ROOT));
        boolean samePlace = from.getScheme().equals(to.getScheme()) && port(from) == port(to);
        boolean upgrade = "http".equals(from.getScheme())
                && "https".equals(to.getScheme())
                && port(from) == 80
                && port(to) == 443;
        return sameHost && (samePlace || upgrade);
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
