package org.openbits.internal.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;

/**
 * Which secret answers which challenge: never before one, never to another host, never under another scheme. Negotiate,
 * the scheme of a credential given without one, answers what is asked: Digest, else Basic; Basic only to a proxy, inside
 * TLS or within this machine, for it shows the password to everyone between. A user name with a control character, which
 * Digest would write into the head, is nobody's.
 */
final class Credentials {

    /** The stronger first. */
    static final List<String> SCHEMES = List.of(StandardAuthScheme.DIGEST, StandardAuthScheme.BASIC);

    private Credentials() {}

    /** The secrets that may be shown on the way to {@code url}. */
    static CredentialsProvider of(List<AuthCredentials> credentials, URI original, URI url, @Nullable HttpHost proxy) {
        BasicCredentialsProvider provider = new BasicCredentialsProvider();
        HttpHost server = new HttpHost(url.getScheme(), url.getHost(), Redirects.port(url));
        if (Redirects.sameOrigin(original, url)) {
            fromUserInfo(provider, server, original.getRawUserInfo());
        }
        for (AuthCredentials secret : credentials) {
            HttpHost host = secret.target() == AuthTarget.PROXY ? proxy : server;
            boolean mayKnow = secret.target() == AuthTarget.PROXY || Redirects.sameOrigin(original, url);
            boolean legal = secret.userName().chars().noneMatch(Character::isISOControl);
            if (host != null && mayKnow && legal) {
                boolean hidden = secret.target() == AuthTarget.PROXY || isHidden(url);
                schemes(secret.scheme(), hidden)
                        .forEach(scheme -> add(provider, host, scheme, secret.userName(), secret.password()));
            }
        }
        return provider;
    }

    private static void fromUserInfo(BasicCredentialsProvider provider, HttpHost server, @Nullable String userInfo) {
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        if (userInfo != null && colon >= 0) {
            String user = URLDecoder.decode(userInfo.substring(0, colon).replace("+", "%2B"), StandardCharsets.UTF_8);
            String password =
                    URLDecoder.decode(userInfo.substring(colon + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
            SCHEMES.forEach(scheme -> add(provider, server, scheme, user, password));
        }
    }

    private static void add(
            BasicCredentialsProvider provider, HttpHost host, String scheme, String user, String password) {
        provider.setCredentials(
                new AuthScope(host, null, scheme), new UsernamePasswordCredentials(user, password.toCharArray()));
    }

    private static List<String> schemes(AuthScheme scheme, boolean hidden) {
        return switch (scheme) {
            case BASIC -> List.of(StandardAuthScheme.BASIC);
            case DIGEST -> List.of(StandardAuthScheme.DIGEST);
            case NEGOTIATE -> hidden ? SCHEMES : List.of(StandardAuthScheme.DIGEST);
            case NTLM, PASSPORT -> List.of();
        };
    }

    /** Whether nobody between can read what is sent there. */
    private static boolean isHidden(URI url) {
        return url.getScheme().equalsIgnoreCase("https") || RemoteUrl.isThisMachine(url.getHost());
    }
}
