package org.openbits.cmdlets;

import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.ExitCode;

/** What an error of the queue or of a job is in a shell: record, category, exit code. */
final class JobErrors {

    private JobErrors() {}

    /** The record of a call that could not be obeyed. */
    static ErrorRecord of(BitsException failure, String errorId, @Nullable Object target) {
        BitsFailure exception =
                new BitsFailure(String.valueOf(failure.getMessage()), failure.code(), failure.context(), failure);
        return ErrorRecord.of(exception, errorId, category(failure.code()), target)
                .withExitCode(exitCode(failure.code(), failure.context()));
    }

    /** The record of a job that failed, with more about what to do. */
    static ErrorRecord of(BackgroundCopyError error, String errorId, String advice, @Nullable Object target) {
        String message = sentence(describe(error)) + (advice.isEmpty() ? "" : " " + advice);
        return ErrorRecord.of(
                        new BitsFailure(message, error.code(), error.context(), null),
                        errorId,
                        ErrorCategory.InvalidOperation,
                        target)
                .withExitCode(exitCode(error.code(), error.context()));
    }

    /** The record of something this layer found itself. */
    static ErrorRecord of(ErrorCode code, String message, String errorId, ErrorCategory category, int exitCode) {
        return ErrorRecord.of(new BitsFailure(message, code, ErrorContext.NONE, null), errorId, category, null)
                .withExitCode(exitCode);
    }

    /** One or two sentences; those of an HTTP failure begin with {@code HTTP status nnn: }. */
    static String describe(BackgroundCopyError error) {
        String text = error.code().text();
        if (error.code().httpStatus() < 0 || error.message().startsWith("HTTP status")) {
            return error.message().isEmpty() ? text : error.message();
        }
        return error.message().isEmpty() || error.message().equals(text) ? text : text + " " + error.message();
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    /** {@code NetworkDisconnected}: the symbol of the code without its prefix; {@code NoError} without an error. */
    static String condition(@Nullable BackgroundCopyError error) {
        return error == null
                ? "NoError"
                : Spelling.camel(error.code().symbol().replaceFirst("^(BG_[ES]_|E_|ERROR_)", ""));
    }

    private static ErrorCategory category(ErrorCode code) {
        if (code.equals(ErrorCode.BG_E_NOT_FOUND)
                || code.equals(ErrorCode.ERROR_FILE_NOT_FOUND)
                || code.equals(ErrorCode.ERROR_PATH_NOT_FOUND)) {
            return ErrorCategory.ObjectNotFound;
        }
        if (code.equals(ErrorCode.E_ACCESSDENIED)) {
            return ErrorCategory.PermissionDenied;
        }
        if (code.equals(ErrorCode.E_INVALIDARG) || code.equals(ErrorCode.BG_E_STRING_TOO_LONG)) {
            return ErrorCategory.InvalidArgument;
        }
        return code.equals(ErrorCode.ERROR_SERVICE_NOT_ACTIVE)
                ? ErrorCategory.ResourceUnavailable
                : ErrorCategory.InvalidOperation;
    }

    /** The exit code of a process that ends by the error (manual, "Exit codes"). */
    static int exitCode(ErrorCode code, ErrorContext context) {
        int status = code.httpStatus();
        return status >= 0 ? ofHttp(status) : ofCode(code.symbol(), context == ErrorContext.REMOTE_FILE);
    }

    private static int ofHttp(int status) {
        return switch (status) {
            case 404, 410 -> ExitCode.NOT_FOUND;
            case 401, 403, 407 -> ExitCode.DENIED;
            case 408, 425, 429 -> ExitCode.TRANSIENT;
            default -> status >= 500 && status != 501 && status != 505 ? ExitCode.TRANSIENT : ExitCode.FAILED;
        };
    }

    private static int ofCode(String symbol, boolean isRemote) {
        return switch (symbol) {
            case "E_INVALIDARG", "BG_E_STRING_TOO_LONG", "BG_E_INVALID_RANGE", "BG_E_OVERLAPPING_RANGES" ->
                ExitCode.USAGE;
            case "ERROR_FILE_NOT_FOUND", "ERROR_PATH_NOT_FOUND", "ERROR_BAD_NET_NAME" ->
                isRemote ? ExitCode.NOT_FOUND : ExitCode.LOCAL;
            case "BG_E_NOT_FOUND", "BG_E_FILE_NOT_FOUND" -> ExitCode.NOT_FOUND;
            case "E_ACCESSDENIED" -> isRemote ? ExitCode.DENIED : ExitCode.LOCAL;
            case "BG_E_INVALID_CREDENTIALS",
                    "CRYPT_E_NOT_FOUND",
                    "ERROR_LOGON_FAILURE",
                    "ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED" -> ExitCode.DENIED;
            case "ERROR_INTERNET_NAME_NOT_RESOLVED",
                    "ERROR_INTERNET_CANNOT_CONNECT",
                    "ERROR_INTERNET_TIMEOUT",
                    "ERROR_NETWORK_UNREACHABLE",
                    "BG_E_NETWORK_DISCONNECTED",
                    "BG_E_CONNECT_FAILURE",
                    "BG_E_CONNECTION_CLOSED",
                    "BG_E_NO_PROGRESS",
                    "ERROR_SHARING_VIOLATION" -> ExitCode.TRANSIENT;
            case "ERROR_CRC",
                    "BG_E_REMOTE_FILE_CHANGED",
                    "BG_E_LOCAL_FILE_CHANGED",
                    "BG_E_MISSING_FILE_SIZE",
                    "BG_E_VALIDATION_FAILED" -> ExitCode.INTEGRITY;
            case "ERROR_DISK_FULL",
                    "ERROR_WRITE_FAULT",
                    "ERROR_READ_FAULT",
                    "ERROR_FILE_EXISTS",
                    "BG_E_DESTINATION_LOCKED",
                    "BG_E_VOLUME_CHANGED" -> ExitCode.LOCAL;
            case "BG_E_BLOCKED_BY_POLICY",
                    "BG_E_BLOCKED_BY_COST_TRANSFER_POLICY",
                    "BG_E_BLOCKED_BY_BATTERY_POLICY",
                    "BG_E_TOO_MANY_JOBS_PER_USER",
                    "BG_E_TOO_MANY_JOBS_PER_MACHINE",
                    "BG_E_TOO_MANY_FILES_IN_JOB",
                    "BG_E_TOO_MANY_RANGES_IN_FILE" -> ExitCode.POLICY;
            case "ERROR_SERVICE_NOT_ACTIVE" -> ExitCode.NO_SERVICE;
            default -> ExitCode.FAILED;
        };
    }
}
