package org.openbits.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.UploadProtocol;

/**
 * Which protocol the servers of the last uploads spoke, by host and directory, and which hosts that a server named have been
 * silent for how long. Kept in memory only. Guarded by this.
 */
final class UploadMemory {

    private static final int MOST = 256;

    private final Map<String, UploadProtocol> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UploadProtocol> eldest) {
            return size() > MOST;
        }
    };

    private final Map<String, Long> silentSince = new HashMap<>();
    private final LongSupplier nanoTime;

    UploadMemory(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A host could not be reached. */
    synchronized void silent(String host) {
        if (silentSince.size() < MOST) {
            silentSince.putIfAbsent(host, nanoTime.getAsLong());
        }
    }

    /** It was reached, or deserves another try. */
    synchronized void heard(String host) {
        silentSince.remove(host);
    }

    /** Whether a host has been silent for at least so long. */
    synchronized boolean isSilent(String host, Duration limit) {
        Long since = silentSince.get(host);
        return since != null && nanoTime.getAsLong() - since >= limit.toNanos();
    }

    synchronized @Nullable UploadProtocol recall(URI url) {
        return known.get(key(url));
    }

    synchronized void learn(URI url, UploadProtocol protocol) {
        known.put(key(url), protocol);
    }

    synchronized void forget(URI url) {
        known.remove(key(url));
    }

    private static String key(URI url) {
        String path = String.valueOf(url.getRawPath());
        return url.getScheme() + "://" + url.getHost() + ":" + Redirects.port(url)
                + path.substring(0, path.lastIndexOf('/') + 1);
    }
}
