package org.openbits.automation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** System.Uri. */
final class UriMembers implements Adapter {

    private static final List<String> NAMES = List.of(
            "AbsolutePath",
            "AbsoluteUri",
            "Authority",
            "Fragment",
            "Host",
            "IsAbsoluteUri",
            "IsFile",
            "IsUnc",
            "LocalPath",
            "OriginalString",
            "PathAndQuery",
            "Port",
            "Query",
            "Scheme",
            "Segments",
            "UserInfo");

    @Override
    public List<String> names(Object target) {
        return NAMES;
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        URI uri = (URI) target;
        return switch (name) {
            case "absolutepath" -> path(uri);
            case "absoluteuri" ->
                uri.getRawPath() == null || !uri.getRawPath().isEmpty() || uri.getHost() == null
                        ? uri.toString()
                        : uri.resolve("/").toString();
            case "originalstring" -> uri.toString();
            case "authority" -> uri.getRawAuthority() == null ? "" : authority(uri);
            case "fragment" -> uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
            case "host", "dnssafehost", "idnhost" -> uri.getHost() == null ? "" : uri.getHost();
            case "isabsoluteuri" -> uri.isAbsolute();
            case "isdefaultport" -> uri.getPort() < 0 || port(URI.create(uri.getScheme() + "://h")) == uri.getPort();
            case "isloopback" -> uri.getHost() != null && uri.getHost().matches("localhost|127\\..*|\\[::1\\]");
            case "isfile" -> "file".equalsIgnoreCase(uri.getScheme());
            case "isunc" -> "file".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
            case "localpath" -> uri.getPath() == null ? "" : uri.getPath().isEmpty() ? "/" : uri.getPath();
            case "pathandquery" -> path(uri) + query(uri);
            case "port" -> port(uri);
            case "query" -> query(uri);
            case "scheme" -> uri.getScheme() == null ? "" : uri.getScheme();
            case "segments" -> segments(path(uri));
            case "userinfo" -> uri.getUserInfo() == null ? "" : uri.getUserInfo();
            default -> MISSING;
        };
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    }

    private static String authority(URI uri) {
        String authority = uri.getRawAuthority();
        return authority.substring(authority.indexOf('@') + 1);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0 || uri.getScheme() == null) {
            return uri.getPort();
        }
        return switch (uri.getScheme()) {
            case "http" -> 80;
            case "https" -> 443;
            case "ftp" -> 21;
            default -> -1;
        };
    }

    /** {@code /a/b} has the segments {@code /}, {@code a/} and {@code b}. */
    private static List<Object> segments(String path) {
        List<Object> segments = new ArrayList<>();
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash + 1;
            segments.add(path.substring(start, end));
            start = end;
        }
        return segments;
    }
}
