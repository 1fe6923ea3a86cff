package org.openbits.shell.pipeline;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** .NET's UriBuilder. Public because scripts call it by name. */
public final class UriBuilder {

    private String scheme;
    private String host;
    private int port;
    private String path;
    private String query;

    UriBuilder(URI uri) {
        scheme = uri.getScheme() == null ? "http" : uri.getScheme();
        host = uri.getHost() == null ? uri.getPath() : uri.getHost();
        port = uri.getPort();
        path = uri.getHost() == null || uri.getRawPath() == null ? "" : uri.getRawPath();
        query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    public String getScheme() {
        return scheme;
    }

    public void setScheme(String value) {
        scheme = value;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String value) {
        host = value;
    }

    public int getPort() {
        return port < 0 ? scheme.equals("https") ? 443 : 80 : port;
    }

    public void setPort(int value) {
        port = value;
    }

    public String getPath() {
        return path.isEmpty() ? "/" : path;
    }

    public void setPath(String value) {
        path = value.startsWith("/") ? value : "/" + value;
    }

    public String getQuery() {
        return query.isEmpty() ? "" : "?" + query;
    }

    public void setQuery(String value) {
        query = value.startsWith("?") ? value.substring(1) : value;
    }

    public URI getUri() {
        boolean usual = port < 0 || port == 80 && scheme.equals("http") || port == 443 && scheme.equals("https");
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + port) + getPath() + getQuery());
    }

    @Override
    public String toString() {
        return getUri().toString();
    }

    /** {@code New-Object System.UriBuilder}. */
    static final class Type implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() > 1) {
                String path = StaticTypes.text(arguments, 3);
                String port = arguments.size() > 2 ? ":" + StaticTypes.text(arguments, 2) : "";
                String slash = path.isEmpty() || path.startsWith("/") ? "" : "/";
                return new UriBuilder(URI.create(
                        StaticTypes.text(arguments, 0) + "://" + StaticTypes.text(arguments, 1) + port + slash + path));
            }
            URI uri = Conversion.to(URI.class, arguments.isEmpty() ? "http://localhost/" : arguments.get(0));
            return uri == null ? MISSING : new UriBuilder(uri);
        }
    }
}
