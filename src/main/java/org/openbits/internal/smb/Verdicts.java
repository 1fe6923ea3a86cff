package org.openbits.internal.smb;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import jcifs.smb.NtStatus;
import jcifs.smb.SmbAuthException;
import jcifs.smb.SmbException;
import jcifs.smb.SmbUnsupportedOperationException;
import jcifs.util.transport.ConnectionTimeoutException;
import jcifs.util.transport.RequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/** What a server's status, or the lack of one, means for a transfer. Pure. */
final class Verdicts {

    /** @param advice what the user can do, or empty */
    record StatusRow(int status, ErrorCode code, Severity severity, String advice) {}

    private static final ErrorContext REMOTE = ErrorContext.REMOTE_FILE;
    private static final ErrorContext TRANSPORT = ErrorContext.GENERAL_TRANSPORT;
    /** What the library says; it has no type or number for it. */
    private static final String CLOSED_AT_THE_GREETING = "transport closed in negotiate";

    /** What the platform says; it has a type of its own for a host without a route only. */
    private static final String NO_ROUTE_TO_THE_NETWORK = "Network is unreachable";

    private static final String ACCOUNT = "Give an account with -Credential, as DOMAIN\\user or user@domain";

    /** The numbers are those of MS-ERREF 2.3.1. */
    static final List<StatusRow> STATUS = List.of(
            new StatusRow(NtStatus.NT_STATUS_OBJECT_NAME_NOT_FOUND, ErrorCode.ERROR_FILE_NOT_FOUND, Severity.FATAL, ""),
            new StatusRow(NtStatus.NT_STATUS_NO_SUCH_FILE, ErrorCode.ERROR_FILE_NOT_FOUND, Severity.FATAL, ""),
            new StatusRow(NtStatus.NT_STATUS_OBJECT_PATH_NOT_FOUND, ErrorCode.ERROR_PATH_NOT_FOUND, Severity.FATAL, ""),
            new StatusRow(NtStatus.NT_STATUS_NOT_A_DIRECTORY, ErrorCode.ERROR_PATH_NOT_FOUND, Severity.FATAL, ""),
            new StatusRow(NtStatus.NT_STATUS_BAD_NETWORK_NAME, ErrorCode.ERROR_BAD_NET_NAME, Severity.FATAL, ""),
            new StatusRow(NtStatus.NT_STATUS_OBJECT_NAME_INVALID, ErrorCode.ERROR_INVALID_NAME, Severity.FATAL, ""),
            new StatusRow(NtStatus.NT_STATUS_OBJECT_PATH_SYNTAX_BAD, ErrorCode.ERROR_INVALID_NAME, Severity.FATAL, ""),
            new StatusRow(0xC0000106, ErrorCode.ERROR_FILENAME_EXCED_RANGE, Severity.FATAL, ""),
            new StatusRow(
                    NtStatus.NT_STATUS_PATH_NOT_COVERED,
                    ErrorCode.ERROR_PATH_NOT_FOUND,
                    Severity.FATAL,
                    "It is on another server of a distributed file system: name that server, or set the policy"
                            + " FollowDfs = 1"),
            new StatusRow(
                    NtStatus.NT_STATUS_FILE_IS_A_DIRECTORY,
                    ErrorCode.E_INVALIDARG,
                    Severity.FATAL,
                    "It is a directory; add /* for its files"),
            new StatusRow(NtStatus.NT_STATUS_ACCESS_DENIED, ErrorCode.E_ACCESSDENIED, Severity.FATAL, ACCOUNT),
            new StatusRow(NtStatus.NT_STATUS_NETWORK_ACCESS_DENIED, ErrorCode.E_ACCESSDENIED, Severity.FATAL, ACCOUNT),
            new StatusRow(
                    NtStatus.NT_STATUS_OBJECT_NAME_COLLISION,
                    ErrorCode.E_ACCESSDENIED,
                    Severity.FATAL,
                    "Something of that name is there that no file can replace, such as a directory"),
            new StatusRow(0xC00000A2, ErrorCode.E_ACCESSDENIED, Severity.FATAL, "The share is read-only"),
            new StatusRow(
                    NtStatus.NT_STATUS_SHARING_VIOLATION, ErrorCode.ERROR_SHARING_VIOLATION, Severity.TRANSIENT, ""),
            new StatusRow(NtStatus.NT_STATUS_DELETE_PENDING, ErrorCode.ERROR_FILE_NOT_FOUND, Severity.FATAL, ""),
            new StatusRow(NtStatus.NT_STATUS_DISK_FULL, ErrorCode.ERROR_DISK_FULL, Severity.TRANSIENT, ""),
            new StatusRow(0xC0000044, ErrorCode.ERROR_DISK_QUOTA_EXCEEDED, Severity.FATAL, ""));

    private Verdicts() {}

    /** The verdict on a request that failed; {@code account} says as whom it was made. */
    static TransferException of(IOException failure, SmbName name, Account account) {
        return of(failure, name, account, "");
    }

    /** @param noTicket why it was not made as the holder of a Kerberos ticket; may be empty */
    static TransferException of(IOException failure, SmbName name, Account account, String noTicket) {
        if (failure instanceof SmbUnsupportedOperationException) {
            return encryption(name, failure);
        }
        if (failure instanceof Shares.OldServerException) {
            return old(name, failure);
        }
        if (failure instanceof SmbException status && status.getNtStatus() != NtStatus.NT_STATUS_UNSUCCESSFUL) {
            return ofStatus(status, name, account.shown(noTicket));
        }
        return ofConnection(failure, name);
    }

    private static TransferException ofStatus(SmbException failure, SmbName name, String tried) {
        if (failure.getNtStatus() == NtStatus.NT_STATUS_OBJECT_NAME_INVALID && name.isTooLong()) {
            return verdict(ErrorCode.ERROR_FILENAME_EXCED_RANGE, REMOTE, Severity.FATAL, name, null, failure);
        }
        for (StatusRow row : STATUS) {
            if (row.status() == failure.getNtStatus()) {
                boolean isAdvised = !row.advice().isEmpty();
                return verdict(
                        row.code(),
                        REMOTE,
                        row.severity(),
                        name,
                        isAdvised ? row.advice() + as(row, tried) : null,
                        failure);
            }
        }
        if (failure instanceof SmbAuthException) {
            return verdict(
                    ErrorCode.ERROR_LOGON_FAILURE,
                    REMOTE,
                    Severity.FATAL,
                    name,
                    ACCOUNT + "; it was tried as " + tried + ": " + failure.getMessage(),
                    failure);
        }
        // A session, tree or handle that the server has forgotten, lack of resources ...: a new connection may do.
        return verdict(
                ErrorCode.BG_E_CONNECTION_CLOSED,
                TRANSPORT,
                Severity.TRANSIENT,
                name,
                String.format("status 0x%08X, %s", failure.getNtStatus(), failure.getMessage()),
                failure);
    }

    private static String as(StatusRow row, String tried) {
        return row.advice().equals(ACCOUNT) ? "; it was tried as " + tried : "";
    }

    private static TransferException ofConnection(IOException failure, SmbName name) {
        ErrorCode code = ErrorCode.BG_E_CONNECTION_CLOSED;
        ErrorContext context = TRANSPORT;
        if (isCausedBy(failure, UnknownHostException.class)) {
            code = ErrorCode.ERROR_INTERNET_NAME_NOT_RESOLVED;
            context = REMOTE;
        } else if (isCausedBy(failure, NoRouteToHostException.class)
                || inWords(failure).equals(NO_ROUTE_TO_THE_NETWORK)) {
            code = ErrorCode.ERROR_NETWORK_UNREACHABLE;
        } else if (isCausedBy(failure, ConnectException.class)) {
            code = ErrorCode.ERROR_INTERNET_CANNOT_CONNECT;
        } else if (isCausedBy(failure, SocketTimeoutException.class)
                || isCausedBy(failure, ConnectionTimeoutException.class)
                || isCausedBy(failure, RequestTimeoutException.class)) {
            code = ErrorCode.ERROR_INTERNET_TIMEOUT;
        }
        String words = inWords(failure);
        if (isClosedAtTheGreeting(failure)) {
            words = "the server hung up when it was asked for SMB 2.1 or later, and answers to SMB 1 neither: it may be"
                    + " starting";
        }
        return verdict(code, context, Severity.TRANSIENT, name, words, failure);
    }

    /** Whether the server ended the connection instead of answering to the first message. */
    static boolean isClosedAtTheGreeting(IOException failure) {
        return inWords(failure).equals(CLOSED_AT_THE_GREETING);
    }

    private static TransferException old(SmbName name, IOException cause) {
        return verdict(
                ErrorCode.ERROR_NOT_SUPPORTED,
                REMOTE,
                Severity.FATAL,
                name,
                "The server speaks SMB 1 only, which is unsafe and off. Have it speak SMB 2.1 or later, or allow SMB 1 by"
                        + " the policy AllowSmb1 = 1",
                cause);
    }

    static TransferException encryption(SmbName name, @Nullable IOException cause) {
        return verdict(
                ErrorCode.ERROR_NOT_SUPPORTED,
                REMOTE,
                Severity.FATAL,
                name,
                "The share requires SMB encryption, which is not supported. Let the server sign instead of encrypt, or"
                        + " mount the share and name the file by its local path",
                cause);
    }

    static TransferException wanders(SmbName name, IOException cause) {
        return verdict(
                ErrorCode.ERROR_PATH_NOT_FOUND,
                REMOTE,
                Severity.FATAL,
                name,
                "The servers of its distributed file system refer to each other without end",
                cause);
    }

    static TransferException changed(SmbName name) {
        return new TransferException(
                ErrorCode.BG_E_REMOTE_FILE_CHANGED,
                REMOTE,
                Severity.TRANSIENT,
                name.written() + " changed while it was read; it will be read from the start",
                null);
    }

    private static TransferException verdict(
            ErrorCode code,
            ErrorContext context,
            Severity severity,
            SmbName name,
            @Nullable String detail,
            @Nullable IOException cause) {
        return new TransferException(
                code,
                context,
                severity,
                code.text() + " " + name.written() + (detail == null ? "" : " (" + detail + ")"),
                cause);
    }

    static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    static String inWords(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
    }
}
