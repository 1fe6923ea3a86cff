package org.openbits.internal.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.TransferProtocol;

/** Reads the text of an http or https address and says what is wrong with it. */
final class RemoteUrl {

    /** BITS's limits for a remote name; addresses that servers redirect to may be longer. */
    private static final int MOST_CHARACTERS = 2200;

    private static final int MOST_CHARACTERS_OF_A_SEGMENT = 260;

    /** A name may begin with 127., too. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private RemoteUrl() {}

    /** Whether the text claims to be an http or https address. */
    static boolean isHttp(String text) {
        return text.regionMatches(true, 0, "http:", 0, 5) || text.regionMatches(true, 0, "https:", 0, 6);
    }

    /** Whether a host is this machine by its very name or number. */
    static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host).matches();
    }

    /**
     * Checks a remote name as BITS does: form, and the lengths of the whole and of each part of the path.
     *
     * @throws BitsException E_INVALIDARG with what is wrong and where
     */
    static void check(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw refused(text, "it has " + text.length() + " characters; " + MOST_CHARACTERS + " are allowed");
        }
        for (String segment : parse(text).getPath().split("/")) {
            if (segment.length() > MOST_CHARACTERS_OF_A_SEGMENT) {
                throw refused(
                        text,
                        "a part of its path has " + segment.length() + " characters; " + MOST_CHARACTERS_OF_A_SEGMENT
                                + " are allowed");
            }
        }
    }

    /**
     * The address, without its fragment, host in ASCII, all else percent-encoded.
     *
     * @throws BitsException E_INVALIDARG with what is wrong and where
     */
    static URI parse(String text) {
        URI plain = plain(text);
        return plain != null ? plain : normal(text);
    }

    /** An address that is written as it is to be used, as nearly all are; null for every other. */
    private static @Nullable URI plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return null;
            }
        }
        try {
            URI uri = new URI(text);
            String host = uri.getHost();
            boolean usual = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!usual || host == null || host.isEmpty() || uri.getRawPath().isEmpty()) {
                return null;
            }
            String authority = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
            boolean lower = host.toLowerCase(Locale.ROOT).equals(host);
            boolean legal = uri.getPort() != 0 && uri.getPort() <= 65_535;
            return lower && legal && authority.equals(uri.getRawAuthority()) ? uri : null;
        } catch (URISyntaxException e) {
            return null; // The long way says what is wrong.
        }
    }

    /** What an address may hold besides its fragment (RFC 3986), without user and password. */
    private static boolean isPlain(char c) {
        return c > ' ' && c < 127 && c != '#' && c != '@';
    }

    private static URI normal(String text) {
        URI uri = read(text);
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw refused(text, "it names no host; write http://host/file");
        }
        if (uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw refused(text, "the port " + uri.getPort() + " does not exist");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return URI.create(URI.create(scheme + "://" + userInfo + host.toLowerCase(Locale.ROOT) + port + path + query)
                .toASCIIString());
    }

    private static URI read(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw refused(text, "character " + (i + 1) + " is a control character");
            }
        }
        try {
            URI uri = new URI(asciiHost(text));
            uri.parseServerAuthority();
            return uri;
        } catch (URISyntaxException e) {
            int at = e.getIndex();
            String hint = at >= 0 && at < text.length() && text.charAt(at) == ' ' ? "; write a space as %20" : "";
            throw refused(text, e.getReason() + (at >= 0 ? " at character " + (at + 1) : "") + hint);
        }
    }

    /** The text with the host's name in its ASCII form, so that names in any script can be written. */
    private static String asciiHost(String text) {
        int start = text.indexOf("//") + 2;
        if (start < 2) {
            return text;
        }
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int at = text.lastIndexOf('@', end - 1);
        int hostStart = at >= start ? at + 1 : start;
        int colon = text.indexOf(':', hostStart);
        int hostEnd = colon >= 0 && colon < end ? colon : end;
        String host = text.substring(hostStart, hostEnd);
        if (host.chars().allMatch(c -> c < 128)) {
            return text;
        }
        try {
            return text.substring(0, hostStart) + IDN.toASCII(host) + text.substring(hostEnd);
        } catch (IllegalArgumentException e) {
            throw refused(text, "the host name '" + host + "' is not legal: " + e.getMessage());
        }
    }

    private static BitsException refused(String text, String why) {
        String shown = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        return new BitsException(
                ErrorCode.E_INVALIDARG,
                ErrorContext.REMOTE_FILE,
                "The remote name '" + TransferProtocol.withoutSecrets(shown).replaceAll("\\p{Cntrl}", "?")
                        + "' is not a usable address: " + why,
                null,
                null);
    }
}
