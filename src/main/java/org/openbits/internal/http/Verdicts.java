package org.openbits.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/**
 * What a status or a failure means, in two tables; the first row that fits holds. BITS documents its own list for uploads
 * only; the column is kept to show where we differ.
 */
final class Verdicts {

    /** What to do. */
    enum Kind {
        TRANSIENT,
        /** As Retry-After says; transient when it does not say. */
        WAIT,
        FATAL
    }

    /**
     * Statuses.
     *
     * @param from the first
     * @param to the last
     * @param ours what we do
     * @param bits what BITS does
     */
    record StatusRow(int from, int to, Kind ours, Kind bits) {}

    /**
     * Failures.
     *
     * @param type the exception, or the cause of one
     * @param code what it becomes
     * @param kind what to do
     * @param bits what BITS does, or null where nobody says
     * @param context TRANSPORT rows are tried again at once, inside the attempt
     */
    record FailureRow(
            Class<? extends Throwable> type,
            ErrorCode code,
            Kind kind,
            @Nullable Kind bits,
            ErrorContext context) {}

    static final List<StatusRow> STATUS = List.of(
            new StatusRow(300, 305, Kind.FATAL, Kind.FATAL),
            new StatusRow(307, 307, Kind.FATAL, Kind.FATAL),
            new StatusRow(308, 308, Kind.FATAL, Kind.TRANSIENT),
            new StatusRow(408, 409, Kind.TRANSIENT, Kind.TRANSIENT),
            new StatusRow(425, 425, Kind.WAIT, Kind.FATAL),
            new StatusRow(429, 429, Kind.WAIT, Kind.FATAL),
            new StatusRow(400, 499, Kind.FATAL, Kind.FATAL),
            new StatusRow(501, 501, Kind.FATAL, Kind.FATAL),
            new StatusRow(503, 503, Kind.WAIT, Kind.TRANSIENT),
            new StatusRow(505, 505, Kind.FATAL, Kind.FATAL),
            new StatusRow(0, 999, Kind.TRANSIENT, Kind.TRANSIENT));

    private static final ErrorContext TRANSPORT = ErrorContext.GENERAL_TRANSPORT;
    private static final ErrorContext REMOTE = ErrorContext.REMOTE_FILE;

    static final List<FailureRow> FAILURES = List.of(
            new FailureRow(
                    UnknownHostException.class,
                    ErrorCode.ERROR_INTERNET_NAME_NOT_RESOLVED,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    REMOTE),
            new FailureRow(
                    ConnectTimeoutException.class,
                    ErrorCode.ERROR_INTERNET_TIMEOUT,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    SocketTimeoutException.class,
                    ErrorCode.ERROR_INTERNET_TIMEOUT,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    NoRouteToHostException.class,
                    ErrorCode.ERROR_NETWORK_UNREACHABLE,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    ConnectException.class,
                    ErrorCode.ERROR_INTERNET_CANNOT_CONNECT,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    CertificateRevokedException.class,
                    ErrorCode.ERROR_WINHTTP_SECURE_CERT_REVOKED,
                    Kind.FATAL,
                    Kind.FATAL,
                    TRANSPORT),
            new FailureRow(
                    ServerTrust.RevocationUnknownException.class,
                    ErrorCode.ERROR_WINHTTP_SECURE_CERT_REV_FAILED,
                    Kind.FATAL,
                    Kind.FATAL,
                    TRANSPORT),
            new FailureRow(
                    ServerTrust.WrongUsageException.class,
                    ErrorCode.ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE,
                    Kind.FATAL,
                    null,
                    TRANSPORT),
            new FailureRow(
                    CertificateExpiredException.class,
                    ErrorCode.ERROR_INTERNET_SEC_CERT_DATE_INVALID,
                    Kind.FATAL,
                    null,
                    TRANSPORT),
            new FailureRow(
                    CertificateNotYetValidException.class,
                    ErrorCode.ERROR_INTERNET_SEC_CERT_DATE_INVALID,
                    Kind.FATAL,
                    null,
                    TRANSPORT),
            new FailureRow(
                    java.security.cert.CertPathBuilderException.class,
                    ErrorCode.ERROR_INTERNET_INVALID_CA,
                    Kind.FATAL,
                    null,
                    TRANSPORT),
            new FailureRow(
                    java.security.cert.CertPathValidatorException.class,
                    ErrorCode.ERROR_INTERNET_INVALID_CA,
                    Kind.FATAL,
                    null,
                    TRANSPORT),
            new FailureRow(
                    CertificateException.class, ErrorCode.ERROR_WINHTTP_SECURE_FAILURE, Kind.FATAL, null, TRANSPORT),
            new FailureRow(
                    SSLPeerUnverifiedException.class,
                    ErrorCode.ERROR_INTERNET_SEC_CERT_CN_INVALID,
                    Kind.FATAL,
                    null,
                    TRANSPORT),
            new FailureRow(
                    SocketException.class, ErrorCode.BG_E_CONNECTION_CLOSED, Kind.TRANSIENT, Kind.TRANSIENT, TRANSPORT),
            new FailureRow(
                    java.io.EOFException.class,
                    ErrorCode.BG_E_CONNECTION_CLOSED,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    SSLHandshakeException.class, ErrorCode.ERROR_WINHTTP_SECURE_FAILURE, Kind.FATAL, null, TRANSPORT),
            new FailureRow(SSLException.class, ErrorCode.ERROR_WINHTTP_SECURE_FAILURE, Kind.TRANSIENT, null, TRANSPORT),
            new FailureRow(
                    TruncatedChunkException.class,
                    ErrorCode.BG_E_CONNECTION_CLOSED,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    MalformedChunkCodingException.class,
                    ErrorCode.ERROR_WINHTTP_INVALID_SERVER_RESPONSE,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    REMOTE),
            new FailureRow(
                    MessageConstraintException.class,
                    ErrorCode.ERROR_WINHTTP_INVALID_SERVER_RESPONSE,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    REMOTE),
            new FailureRow(
                    NoHttpResponseException.class,
                    ErrorCode.BG_E_CONNECTION_CLOSED,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    ConnectionClosedException.class,
                    ErrorCode.BG_E_CONNECTION_CLOSED,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    TRANSPORT),
            new FailureRow(
                    HttpException.class,
                    ErrorCode.ERROR_WINHTTP_INVALID_SERVER_RESPONSE,
                    Kind.TRANSIENT,
                    Kind.TRANSIENT,
                    REMOTE),
            new FailureRow(
                    IOException.class, ErrorCode.BG_E_CONNECTION_CLOSED, Kind.TRANSIENT, Kind.TRANSIENT, TRANSPORT));

    private Verdicts() {}

    /** The verdict on a status that is no answer to our request. */
    static TransferException status(int status, @Nullable Duration retryAfter, String url, String advice) {
        ErrorCode code = ErrorCode.http(status);
        return new TransferException(
                code,
                REMOTE,
                severity(kindOf(status), retryAfter),
                code.text().replaceFirst("\\.$", ": ") + url + "." + advice,
                null);
    }

    /** Whether the server says that it is asked too much. */
    static boolean isComplaint(TransferException failure) {
        return failure.code().equals(ErrorCode.http(429)) || failure.code().equals(ErrorCode.http(503));
    }

    static Kind kindOf(int status) {
        for (StatusRow row : STATUS) {
            if (row.from() <= status && status <= row.to()) {
                return row.ours();
            }
        }
        return Kind.TRANSIENT;
    }

    /** The verdict on a failed exchange. */
    static TransferException failure(Exception failure, String url) {
        for (FailureRow row : FAILURES) {
            if (isCausedBy(failure, row.type())) {
                return new TransferException(
                        row.code(),
                        row.context(),
                        severity(row.kind(), null),
                        row.code().text() + " " + url + " (" + inWords(failure) + ")",
                        failure);
            }
        }
        throw new IllegalStateException(failure);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Severity severity(Kind kind, @Nullable Duration retryAfter) {
        return switch (kind) {
            case TRANSIENT -> Severity.TRANSIENT;
            case WAIT -> retryAfter == null ? Severity.TRANSIENT : new Severity.RetryAfter(retryAfter);
            case FATAL -> Severity.FATAL;
        };
    }

    private static String inWords(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
