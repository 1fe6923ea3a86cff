package org.openbits.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/** Which proxy a request goes through. */
final class Proxies {

    /** Those that could not be reached when last tried: they are tried after the others. */
    private static final Set<HttpHost> SILENT = ConcurrentHashMap.newKeySet();

    private Proxies() {}

    /** A request that may be made again, for nothing of it was sent when its proxy cannot be reached. */
    interface Attempt<T> {
        /** @param proxy null for none */
        T through(@Nullable HttpHost proxy) throws IOException, TransferException;
    }

    /**
     * Makes a request through the first of the address's proxies that can be reached.
     *
     * @throws IOException what the last attempt ended with
     */
    static <T> T reach(JobSettings settings, URI url, Attempt<T> attempt) throws IOException, TransferException {
        List<HttpHost> proxies = choose(settings, url);
        if (proxies.isEmpty()) {
            return attempt.through(null);
        }
        List<HttpHost> order = new ArrayList<>(proxies);
        order.sort(Comparator.comparing(SILENT::contains));
        for (HttpHost proxy : order.subList(0, order.size() - 1)) {
            try {
                return heard(proxy, attempt);
            } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException | UnknownHostException e) {
                SILENT.add(proxy);
            }
        }
        return heard(order.get(order.size() - 1), attempt);
    }

    private static <T> T heard(HttpHost proxy, Attempt<T> attempt) throws IOException, TransferException {
        T answer = attempt.through(proxy);
        SILENT.remove(proxy);
        return answer;
    }

    /**
     * The proxies for an address in the order in which they are tried; empty for none.
     *
     * @throws TransferException BG_E_INVALID_PROXY_INFO when the job's own list cannot be read
     */
    static List<HttpHost> choose(JobSettings settings, URI url) throws TransferException {
        return switch (settings.get(JobProperty.PROXY_USAGE)) {
            case NO_PROXY -> List.of();
            case OVERRIDE -> override(settings, url);
            case PRECONFIG, AUTODETECT -> {
                HttpHost proxy = environment(url);
                yield proxy == null ? List.of() : List.of(proxy);
            }
        };
    }

    /** Those named for the address's protocol, if any, else those named for all. */
    private static List<HttpHost> override(JobSettings settings, URI url) throws TransferException {
        String host = String.valueOf(url.getHost());
        for (String pattern : settings.get(JobProperty.PROXY_BYPASS_LIST)) {
            if (isBypassed(pattern, host)) {
                return List.of();
            }
        }
        List<HttpHost> general = new ArrayList<>();
        List<HttpHost> own = new ArrayList<>();
        for (String entry : settings.get(JobProperty.PROXY_LIST)) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                general.add(host(entry));
            } else if (entry.substring(0, equals).equalsIgnoreCase(url.getScheme())) {
                own.add(host(entry.substring(equals + 1)));
            }
        }
        return own.isEmpty() ? general : own;
    }

    /** {@code *.example.com}, {@code host} or {@code <local>}, which is every name without a dot. */
    private static boolean isBypassed(String pattern, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String wanted = pattern.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("<local>")) {
            return name.indexOf('.') < 0 && name.indexOf(':') < 0;
        }
        return wanted.startsWith("*") ? name.endsWith(wanted.substring(1)) : name.equals(wanted);
    }

    /** The variables that command-line programs agree on; an unreadable one counts as none. */
    private static @Nullable HttpHost environment(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        if (RemoteUrl.isThisMachine(host)) {
            return null;
        }
        String exceptions = variable("no_proxy");
        for (String exception : exceptions == null ? List.<String>of() : List.of(exceptions.split("[,\\s]+"))) {
            String name = exception.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
            if (name.equals("*") || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)))) {
                return null;
            }
        }
        String proxy = variable(url.getScheme() + "_proxy");
        if (proxy == null || proxy.isBlank()) {
            proxy = variable("all_proxy");
        }
        try {
            return proxy == null || proxy.isBlank() ? null : host(proxy);
        } catch (TransferException e) {
            return null;
        }
    }

    private static @Nullable String variable(String name) {
        String value = System.getenv(name);
        // Upper-case HTTP_PROXY can be set by a CGI client's Proxy header: not trusted, as in curl.
        return value == null && !name.equals("http_proxy") ? System.getenv(name.toUpperCase(Locale.ROOT)) : value;
    }

    private static HttpHost host(String text) throws TransferException {
        String stripped = text.strip();
        try {
            URI uri = new URI(stripped.contains("://") ? stripped : "http://" + stripped).parseServerAuthority();
            if (uri.getHost() != null) {
                int port = uri.getPort() < 0 ? Redirects.port(uri) : uri.getPort();
                return new HttpHost(uri.getScheme(), uri.getHost(), port);
            }
        } catch (URISyntaxException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    private static TransferException invalid(@Nullable Exception cause) {
        return new TransferException(
                ErrorCode.BG_E_INVALID_PROXY_INFO,
                ErrorContext.GENERAL_TRANSPORT,
                Severity.FATAL,
                "The job's proxy list cannot be read: write [protocol=][http://]server[:port]",
                cause);
    }
}
