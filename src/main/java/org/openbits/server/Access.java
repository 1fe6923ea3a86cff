package org.openbits.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Who may: everybody, or holders of an account (Basic) or a token (Bearer). Comparisons take the same time for all. */
final class Access {

    private final Map<String, String> accounts;
    private final Set<String> tokens;

    Access(ServerSettings settings) {
        this.accounts = settings.get(ServerSetting.ACCOUNTS);
        this.tokens = settings.get(ServerSetting.TOKENS);
    }

    /** Who asks: a user, a token, or an address where nobody logs in; null for who may not. */
    @Nullable
    String caller(Request request) {
        if (accounts.isEmpty() && tokens.isEmpty()) {
            return "at " + Request.getRemoteAddr(request);
        }
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        int blank = header == null ? -1 : header.indexOf(' ');
        if (header == null || blank < 0) {
            return null;
        }
        String value = header.substring(blank + 1).strip();
        return switch (header.substring(0, blank).toLowerCase(java.util.Locale.ROOT)) {
            case "basic" -> account(value);
            case "bearer" -> token(value);
            default -> null;
        };
    }

    private @Nullable String account(String value) {
        try {
            String text = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            String user = text.substring(0, Math.max(0, text.indexOf(':')));
            String password = text.substring(text.indexOf(':') + 1);
            // An unknown user costs the same comparison.
            boolean isRight = same(password, accounts.getOrDefault(user, "")) & accounts.containsKey(user);
            return isRight ? "user " + user : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable String token(String value) {
        boolean isRight = false;
        for (String token : tokens) {
            isRight |= same(value, token);
        }
        return isRight ? "token " + fingerprint(value) : null;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Names a token's sessions without telling it. */
    private static String fingerprint(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(hash, 0, 16);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    void challenge(Response response) {
        if (!accounts.isEmpty()) {
            response.getHeaders().add(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"bits\", charset=\"UTF-8\"");
        }
        if (!tokens.isEmpty()) {
            response.getHeaders().add(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"bits\"");
        }
    }
}
