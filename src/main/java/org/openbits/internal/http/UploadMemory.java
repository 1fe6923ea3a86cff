package org.openbits.internal.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.UploadProtocol;

/** Which protocol the servers of the last uploads spoke, by host and directory. Kept in memory only. Guarded by this. */
final class UploadMemory {

    private static final int MOST = 256;

    private final Map<String, UploadProtocol> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UploadProtocol> eldest) {
            return size() > MOST;
        }
    };

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
