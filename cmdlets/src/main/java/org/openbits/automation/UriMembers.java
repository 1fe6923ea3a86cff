package org.openbits.automation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        URI uri = (URI) target;
        if (args.size() != 1) {
            return MISSING;
        }
        return switch (name) {
            case "makerelativeuri" -> relative(uri, Objects.requireNonNull(Conversion.to(URI.class, args.get(0))));
            case "isbaseof" -> isBase(uri, Objects.requireNonNull(Conversion.to(URI.class, args.get(0))));
            case "getleftpart" -> left(uri, Adapter.text(args, 0).toLowerCase(Locale.ROOT));
            default -> MISSING;
        };
    }

    private static boolean isSite(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getRawAuthority(), other.getRawAuthority());
    }

    private static boolean isBase(URI base, URI other) {
        String path = path(base);
        return isSite(base, other) && path(other).startsWith(path.substring(0, path.lastIndexOf('/') + 1));
    }

    /** The way from the directory of one address to another; the other as it is where they share no site. */
    private static URI relative(URI from, URI to) {
        if (!isSite(from, to)) {
            return to;
        }
        String here = path(from);
        String there = path(to);
        int common = 0;
        for (int i = 0; i < Math.min(here.length(), there.length()) && here.charAt(i) == there.charAt(i); i++) {
            common = here.charAt(i) == '/' ? i + 1 : common;
        }
        long up = here.substring(common).chars().filter(letter -> letter == '/').count();
        return URI.create("../".repeat((int) up) + there.substring(common) + query(to));
    }

    private static Object left(URI uri, String part) {
        String site = uri.getScheme() + "://" + uri.getRawAuthority();
        return switch (part) {
            case "scheme" -> uri.getScheme() + "://";
            case "authority" -> site;
            case "path" -> site + path(uri);
            case "query" -> site + path(uri) + query(uri);
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
