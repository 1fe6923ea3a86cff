package org.openbits.internal.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.openbits.spi.Digest;

/**
 * The digests in the head of an answer: {@code Repr-Digest: sha-256=:base64:} (RFC 9530), the older {@code Digest:
 * SHA-256=base64} (RFC 3230), and, when the body is the whole file, {@code Content-Digest} and {@code Content-MD5}.
 */
final class DigestHeaders {

    private DigestHeaders() {}

    /** Those of the whole file, the strongest first; what cannot be read is left out. */
    static List<Digest> read(HttpResponse response, boolean bodyIsWhole) {
        List<Digest> digests = new ArrayList<>();
        addAll(digests, response.getHeaders("Repr-Digest"));
        addAll(digests, response.getHeaders("Digest"));
        if (bodyIsWhole) {
            addAll(digests, response.getHeaders("Content-Digest"));
            for (Header header : response.getHeaders("Content-MD5")) {
                add(digests, "MD5", header.getValue());
            }
        }
        digests.sort(Comparator.comparingInt((Digest digest) -> -digest.hex().length()));
        return digests;
    }

    private static void addAll(List<Digest> digests, Header[] headers) {
        for (Header header : headers) {
            for (String item : header.getValue().split(",")) {
                int equals = item.indexOf('=');
                if (equals > 0) {
                    add(digests, Digest.algorithmOf(item.substring(0, equals)), item.substring(equals + 1));
                }
            }
        }
    }

    private static void add(List<Digest> digests, String algorithm, String value) {
        String base64 = value.strip().replaceAll("^:|:$", "");
        try {
            digests.add(new Digest(
                    algorithm, HexFormat.of().formatHex(Base64.getDecoder().decode(base64))));
        } catch (IllegalArgumentException e) {
            // An unknown algorithm or no base64: then this header proves nothing.
        }
    }
}
