package org.openbits.internal.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadSource;

/**
 * The packets of the BITS upload protocol and what their answers mean. Each is a request of the method {@code BITS_POST};
 * each answer of a BITS server says {@code BITS-Packet-Type: Ack}.
 */
final class BitsPacket {

    static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

    private static final int SESSION_NOT_FOUND = 0x8020001F;
    private static final int TOO_LARGE = 0x80200020;
    private static final int INVALID_ARGUMENT = 0x80070057;
    private static final int ACCESS_DENIED = 0x80070005;

    private final UploadExchange exchange;

    BitsPacket(UploadExchange exchange) {
        this.exchange = exchange;
    }

    URI url() {
        return exchange.url();
    }

    /** The job's address at another host, which may bring a port of its own. */
    URI at(String host) throws TransferException {
        URI url = exchange.url();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        boolean hasPort =
                host.matches(".*:[0-9]+") && (host.startsWith("[") || host.indexOf(':') == host.lastIndexOf(':'));
        String port = hasPort || url.getPort() < 0 ? "" : ":" + url.getPort();
        return HttpOpen.address(url.getScheme() + "://" + host + port + url.getRawPath() + query);
    }

    UploadAnswer send(String type, URI url, Map<String, String> headers) throws TransferException {
        return exchange.ask(BitsUpload.METHOD, url, with(type, headers));
    }

    UploadAnswer send(String type, URI url, Map<String, String> headers, UploadSource source, long start, long length)
            throws TransferException {
        return exchange.send(BitsUpload.METHOD, url, with(type, headers), source, start, length);
    }

    private static Map<String, String> with(String type, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("BITS-Packet-Type", type);
        all.putAll(headers);
        return all;
    }

    static boolean isAck(UploadAnswer answer) {
        return "Ack".equalsIgnoreCase(answer.header("BITS-Packet-Type"));
    }

    static boolean isSessionLost(UploadAnswer answer) {
        return error(answer) == SESSION_NOT_FOUND;
    }

    /** The error in the answer, or 0. The programmer's pages and the specification name the header differently. */
    private static int error(UploadAnswer answer) {
        for (String name : new String[] {"BITS-Error-Code", "BITS-Error"}) {
            String text = answer.header(name);
            if (text != null && text.matches("(0[xX])?[0-9a-fA-F]{1,8}")) {
                return Integer.parseUnsignedInt(text.replaceFirst("^0[xX]", ""), 16);
            }
        }
        return 0;
    }

    /** @throws TransferException what the answer says, unless it is 200 or 201 */
    void requireSuccess(UploadAnswer answer) throws TransferException {
        if (answer.status() == 200 || answer.status() == 201) {
            return;
        }
        int error = error(answer);
        if (error == SESSION_NOT_FOUND) {
            throw answer.sessionLost();
        }
        if (!isAck(answer) && error == 0) {
            boolean foreign = answer.status() == 405 || answer.status() == 501;
            throw foreign ? noBits(answer) : answer.refused("");
        }
        boolean byApplication =
                "7".equals(String.valueOf(answer.header("BITS-Error-Context")).replaceFirst("^0[xX]0*", ""));
        boolean fatal = answer.status() == 403
                || error == TOO_LARGE
                || error == INVALID_ARGUMENT
                || (answer.status() == 501 && error == ACCESS_DENIED);
        TransferException plain = answer.refused("");
        ErrorCode code = error == 0 ? plain.code() : ErrorCode.of(error);
        throw new TransferException(
                code,
                byApplication ? ErrorContext.REMOTE_APPLICATION : ErrorContext.REMOTE_FILE,
                fatal ? Severity.FATAL : plain.severity(),
                (byApplication
                                ? "The server's application refused the upload to "
                                : "The server refused the upload to ")
                        + HttpOpen.shown(answer.url()) + " (HTTP " + answer.status() + "): " + code.text(),
                null);
    }

    static TransferException noBits(UploadAnswer answer) {
        return new TransferException(
                answer.isSuccess() ? ErrorCode.BG_E_INVALID_SERVER_RESPONSE : ErrorCode.http(answer.status()),
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                HttpOpen.shown(answer.url()) + " does not speak the BITS upload protocol (HTTP " + answer.status()
                        + "); allow uploads there, or choose another with -UploadProtocol",
                null);
    }
}
