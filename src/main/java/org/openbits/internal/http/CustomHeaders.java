package org.openbits.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/** The header lines a job adds to its requests. */
final class CustomHeaders {

    /** What the engine itself must be able to rely on. */
    private static final Set<String> OURS = Set.of(
            "range",
            "if-range",
            "accept-encoding",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect");

    private CustomHeaders() {}

    /**
     * Reads {@code Name: value} lines, of which one text may hold several, each ended by CR LF (BITS, SetCustomHeaders); any
     * other way to end a line early or to change the framing is refused.
     */
    static List<Header> parse(List<String> texts) throws TransferException {
        List<String> lines = texts.stream()
                .flatMap(text -> Stream.of(text.split("\r\n")))
                .filter(line -> !line.isEmpty())
                .toList();
        List<Header> headers = new ArrayList<>(lines.size());
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (name.isEmpty() || !name.chars().allMatch(CustomHeaders::isTokenCharacter)) {
                throw refused("a line without a legal name before its colon");
            }
            String value = line.substring(colon + 1).strip();
            if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
                throw refused("the value of " + name + " has a line break or control character");
            }
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw refused(name + " belongs to the transfer itself");
            }
            headers.add(new BasicHeader(name, value));
        }
        return headers;
    }

    /** The method of a request, as it may be sent. */
    static String method(String method) throws TransferException {
        if (method.isEmpty() || !method.chars().allMatch(CustomHeaders::isTokenCharacter)) {
            throw refused("the job's HTTP method is no word of HTTP");
        }
        return method;
    }

    /** RFC 9110 section 5.6.2. */
    private static boolean isTokenCharacter(int c) {
        return c >= '0' && c <= '9'
                || c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static TransferException refused(String why) {
        return new TransferException(
                ErrorCode.E_INVALIDARG,
                ErrorContext.GENERAL_TRANSPORT,
                Severity.FATAL,
                "The job's custom headers cannot be sent: " + why,
                null);
    }
}
