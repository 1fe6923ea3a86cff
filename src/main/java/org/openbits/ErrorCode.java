package org.openbits;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A result code: a 32-bit HRESULT with its symbol and a sentence.
 *
 * <p>{@code 0x8020xxxx} are the codes of BITS, {@code 0x8019xxxx} an HTTP status kept as an error (computed, see {@link
 * #http(int)}), {@code 0x8007xxxx} codes of the operating system, {@code 0x80072xxx} of its HTTP library. Two codes are
 * equal when their numbers are.
 */
public final class ErrorCode {

    private static final Map<Integer, ErrorCode> BY_NUMBER = new LinkedHashMap<>();
    private static final int HTTP_BASE = 0x80190000;

    public static final ErrorCode S_OK = define(0x00000000, "S_OK", "Done.");
    public static final ErrorCode S_FALSE = define(0x00000001, "S_FALSE", "Done; there was nothing to do.");
    public static final ErrorCode E_INVALIDARG =
            define(0x80070057, "E_INVALIDARG", "An argument is missing, malformed or too long.");
    public static final ErrorCode E_ACCESSDENIED = define(0x80070005, "E_ACCESSDENIED", "Access is denied.");
    public static final ErrorCode E_NOTIMPL =
            define(0x80004001, "E_NOTIMPL", "The value is not defined, or the operation is not for this type of job.");
    public static final ErrorCode E_PENDING = define(0x8000000A, "E_PENDING", "The file is not transferred yet.");
    public static final ErrorCode E_OUTOFMEMORY = define(0x8007000E, "E_OUTOFMEMORY", "Not enough memory.");
    public static final ErrorCode E_FAIL = define(0x80004005, "E_FAIL", "An unexpected error.");
    public static final ErrorCode ERROR_FILE_NOT_FOUND =
            define(0x80070002, "ERROR_FILE_NOT_FOUND", "The file does not exist.");
    public static final ErrorCode ERROR_PATH_NOT_FOUND =
            define(0x80070003, "ERROR_PATH_NOT_FOUND", "The directory does not exist.");
    public static final ErrorCode ERROR_WRITE_FAULT =
            define(0x8007001D, "ERROR_WRITE_FAULT", "Writing to the local file failed.");
    public static final ErrorCode ERROR_READ_FAULT =
            define(0x8007001E, "ERROR_READ_FAULT", "Reading the local file failed.");
    public static final ErrorCode ERROR_FILE_EXISTS =
            define(0x80070050, "ERROR_FILE_EXISTS", "The file exists already.");
    public static final ErrorCode ERROR_DISK_FULL =
            define(0x80070070, "ERROR_DISK_FULL", "There is not enough space on the disk.");
    public static final ErrorCode ERROR_CRC =
            define(0x80070017, "ERROR_CRC", "The data does not have the expected digest.");
    public static final ErrorCode ERROR_NETWORK_UNREACHABLE =
            define(0x800704CF, "ERROR_NETWORK_UNREACHABLE", "There is no route to the network of the server.");
    public static final ErrorCode ERROR_SHARING_VIOLATION =
            define(0x80070020, "ERROR_SHARING_VIOLATION", "Another program uses the file and shares it with nobody.");
    public static final ErrorCode ERROR_NOT_SUPPORTED =
            define(0x80070032, "ERROR_NOT_SUPPORTED", "The server asks for something that is not supported.");
    public static final ErrorCode ERROR_BAD_NET_NAME =
            define(0x80070043, "ERROR_BAD_NET_NAME", "The server has no share of that name.");
    public static final ErrorCode ERROR_INVALID_NAME =
            define(0x8007007B, "ERROR_INVALID_NAME", "The server does not allow such a name.");
    public static final ErrorCode ERROR_FILENAME_EXCED_RANGE =
            define(0x800700CE, "ERROR_FILENAME_EXCED_RANGE", "The name or path is too long.");
    public static final ErrorCode ERROR_DISK_QUOTA_EXCEEDED =
            define(0x8007050F, "ERROR_DISK_QUOTA_EXCEEDED", "The account's disk quota on the server is used up.");
    public static final ErrorCode ERROR_LOGON_FAILURE =
            define(0x8007052E, "ERROR_LOGON_FAILURE", "The server does not accept the account or its password.");
    public static final ErrorCode ERROR_SERVICE_NOT_ACTIVE = define(
            0x80070426, "ERROR_SERVICE_NOT_ACTIVE", "The transfer service is not running and cannot be started.");
    public static final ErrorCode ERROR_INTERNET_TIMEOUT =
            define(0x80072EE2, "ERROR_INTERNET_TIMEOUT", "The server did not answer in time.");
    public static final ErrorCode ERROR_INTERNET_NAME_NOT_RESOLVED = define(
            0x80072EE7, "ERROR_INTERNET_NAME_NOT_RESOLVED", "The name of the server or proxy could not be resolved.");
    public static final ErrorCode ERROR_INTERNET_CANNOT_CONNECT = define(
            0x80072EFD, "ERROR_INTERNET_CANNOT_CONNECT", "A connection with the server could not be established.");
    public static final ErrorCode ERROR_WINHTTP_INVALID_SERVER_RESPONSE = define(
            0x80072F78,
            "ERROR_WINHTTP_INVALID_SERVER_RESPONSE",
            "The server answered with something that is not HTTP.");
    public static final ErrorCode ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED = define(
            0x80072F0C,
            "ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED",
            "The server asks for a client certificate and the job has none.");
    public static final ErrorCode ERROR_INTERNET_SEC_CERT_DATE_INVALID = define(
            0x80072F05,
            "ERROR_INTERNET_SEC_CERT_DATE_INVALID",
            "The certificate of the server has expired or is not valid yet.");
    public static final ErrorCode ERROR_INTERNET_SEC_CERT_CN_INVALID = define(
            0x80072F06, "ERROR_INTERNET_SEC_CERT_CN_INVALID", "The certificate of the server is for another name.");
    public static final ErrorCode ERROR_INTERNET_INVALID_CA = define(
            0x80072F0D, "ERROR_INTERNET_INVALID_CA", "The certificate of the server comes from an unknown authority.");
    public static final ErrorCode ERROR_WINHTTP_SECURE_CERT_REV_FAILED =
            define(0x80072F19, "ERROR_WINHTTP_SECURE_CERT_REV_FAILED", "The revocation list could not be obtained.");
    public static final ErrorCode ERROR_WINHTTP_SECURE_CERT_REVOKED =
            define(0x80072F8A, "ERROR_WINHTTP_SECURE_CERT_REVOKED", "The certificate of the server has been revoked.");
    public static final ErrorCode ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE = define(
            0x80072F93,
            "ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE",
            "The certificate of the server is meant for another use.");
    public static final ErrorCode ERROR_WINHTTP_SECURE_FAILURE =
            define(0x80072F8F, "ERROR_WINHTTP_SECURE_FAILURE", "The secure channel to the server could not be set up.");
    public static final ErrorCode ERROR_WINHTTP_REDIRECT_FAILED =
            define(0x80072F7C, "ERROR_WINHTTP_REDIRECT_FAILED", "The server redirected in a way that is not allowed.");
    public static final ErrorCode CRYPT_E_NOT_FOUND =
            define(0x80092004, "CRYPT_E_NOT_FOUND", "The client certificate was not found.");
    public static final ErrorCode BG_E_NOT_FOUND = define(0x80200001, "BG_E_NOT_FOUND", "No such job in the queue.");
    public static final ErrorCode BG_E_INVALID_STATE =
            define(0x80200002, "BG_E_INVALID_STATE", "Operation not allowed in the job's state (1.5).");
    public static final ErrorCode BG_E_EMPTY =
            define(0x80200003, "BG_E_EMPTY", "Job has no files; it cannot be resumed.");
    public static final ErrorCode BG_E_FILE_NOT_AVAILABLE =
            define(0x80200004, "BG_E_FILE_NOT_AVAILABLE", "Error is not tied to a file.");
    public static final ErrorCode BG_E_PROTOCOL_NOT_AVAILABLE =
            define(0x80200005, "BG_E_PROTOCOL_NOT_AVAILABLE", "Error is not tied to a protocol.");
    public static final ErrorCode BG_S_ERROR_CONTEXT_NONE =
            define(0x00200006, "BG_S_ERROR_CONTEXT_NONE", "Text code: no error.");
    public static final ErrorCode BG_E_ERROR_CONTEXT_UNKNOWN =
            define(0x80200007, "BG_E_ERROR_CONTEXT_UNKNOWN", "Text code of context 1.");
    public static final ErrorCode BG_E_ERROR_CONTEXT_GENERAL_QUEUE_MANAGER =
            define(0x80200008, "BG_E_ERROR_CONTEXT_GENERAL_QUEUE_MANAGER", "Text code of context 2.");
    public static final ErrorCode BG_E_ERROR_CONTEXT_LOCAL_FILE =
            define(0x80200009, "BG_E_ERROR_CONTEXT_LOCAL_FILE", "Text code of context 4.");
    public static final ErrorCode BG_E_ERROR_CONTEXT_REMOTE_FILE =
            define(0x8020000A, "BG_E_ERROR_CONTEXT_REMOTE_FILE", "Text code of context 5.");
    public static final ErrorCode BG_E_ERROR_CONTEXT_GENERAL_TRANSPORT =
            define(0x8020000B, "BG_E_ERROR_CONTEXT_GENERAL_TRANSPORT", "Text code of context 6.");
    public static final ErrorCode BG_E_ERROR_CONTEXT_QUEUE_MANAGER_NOTIFICATION =
            define(0x8020000C, "BG_E_ERROR_CONTEXT_QUEUE_MANAGER_NOTIFICATION", "Text code of context 3.");
    public static final ErrorCode BG_E_DESTINATION_LOCKED = define(
            0x8020000D,
            "BG_E_DESTINATION_LOCKED",
            "Target volume locked (for example by a disk check); retried when it is free.");
    public static final ErrorCode BG_E_VOLUME_CHANGED = define(
            0x8020000E,
            "BG_E_VOLUME_CHANGED",
            "Target volume is another one than before (removable disk); put the first back and Resume.");
    public static final ErrorCode BG_E_ERROR_INFORMATION_UNAVAILABLE =
            define(0x8020000F, "BG_E_ERROR_INFORMATION_UNAVAILABLE", "Job has no error record.");
    public static final ErrorCode BG_E_NETWORK_DISCONNECTED =
            define(0x80200010, "BG_E_NETWORK_DISCONNECTED", "No network connection; retried when there is one.");
    public static final ErrorCode BG_E_MISSING_FILE_SIZE =
            define(0x80200011, "BG_E_MISSING_FILE_SIZE", "Server gave no Content-Length (dynamic content).");
    public static final ErrorCode BG_E_INSUFFICIENT_HTTP_SUPPORT =
            define(0x80200012, "BG_E_INSUFFICIENT_HTTP_SUPPORT", "Server's HTTP version is too old.");
    public static final ErrorCode BG_E_INSUFFICIENT_RANGE_SUPPORT =
            define(0x80200013, "BG_E_INSUFFICIENT_RANGE_SUPPORT", "Server, proxy or filter does not support ranges.");
    public static final ErrorCode BG_E_REMOTE_NOT_SUPPORTED =
            define(0x80200014, "BG_E_REMOTE_NOT_SUPPORTED", "API called from another machine or not allowed remotely.");
    public static final ErrorCode BG_E_NEW_OWNER_DIFF_MAPPING = define(
            0x80200015,
            "BG_E_NEW_OWNER_DIFF_MAPPING",
            "TakeOwnership: the drive of the local file is mapped differently for the new owner.");
    public static final ErrorCode BG_E_NEW_OWNER_NO_FILE_ACCESS = define(
            0x80200016, "BG_E_NEW_OWNER_NO_FILE_ACCESS", "TakeOwnership: new owner lacks access to the local files.");
    public static final ErrorCode BG_S_PARTIAL_COMPLETE =
            define(0x00200017, "BG_S_PARTIAL_COMPLETE", "Complete: unfinished files were deleted.");
    public static final ErrorCode BG_E_PROXY_LIST_TOO_LARGE =
            define(0x80200018, "BG_E_PROXY_LIST_TOO_LARGE", "Proxy list over 32,000 characters.");
    public static final ErrorCode BG_E_PROXY_BYPASS_LIST_TOO_LARGE =
            define(0x80200019, "BG_E_PROXY_BYPASS_LIST_TOO_LARGE", "Bypass list over 32,000 characters.");
    public static final ErrorCode BG_S_UNABLE_TO_DELETE_FILES = define(
            0x0020001A,
            "BG_S_UNABLE_TO_DELETE_FILES",
            "Done, but some temporary files could not be deleted (see event log).");
    public static final ErrorCode BG_E_INVALID_SERVER_RESPONSE =
            define(0x8020001B, "BG_E_INVALID_SERVER_RESPONSE", "Server broke the protocol; can be resumed.");
    public static final ErrorCode BG_E_TOO_MANY_FILES =
            define(0x8020001C, "BG_E_TOO_MANY_FILES", "Job cannot hold another file (upload types: one).");
    public static final ErrorCode BG_E_LOCAL_FILE_CHANGED = define(
            0x8020001D,
            "BG_E_LOCAL_FILE_CHANGED",
            "Upload source changed during the transfer; make a new job. (BG_E_FILE_CHANGED on one page.)");
    public static final ErrorCode BG_E_ERROR_CONTEXT_REMOTE_APPLICATION =
            define(0x8020001E, "BG_E_ERROR_CONTEXT_REMOTE_APPLICATION", "Text code of context 7.");
    public static final ErrorCode BG_E_SESSION_NOT_FOUND =
            define(0x8020001F, "BG_E_SESSION_NOT_FOUND", "Upload session unknown to the server; upload starts again.");
    public static final ErrorCode BG_E_TOO_LARGE =
            define(0x80200020, "BG_E_TOO_LARGE", "Upload over the server's limit; or reply too big for GetReplyData.");
    public static final ErrorCode BG_E_STRING_TOO_LONG =
            define(0x80200021, "BG_E_STRING_TOO_LONG", "String argument too long.");
    public static final ErrorCode BG_E_CLIENT_SERVER_PROTOCOL_MISMATCH = define(
            0x80200022,
            "BG_E_CLIENT_SERVER_PROTOCOL_MISMATCH",
            "No common protocol version between client and upload server.");
    public static final ErrorCode BG_E_SERVER_EXECUTE_ENABLE =
            define(0x80200023, "BG_E_SERVER_EXECUTE_ENABLE", "Upload directory permits scripts or execution; refused.");
    public static final ErrorCode BG_E_NO_PROGRESS =
            define(0x80200024, "BG_E_NO_PROGRESS", "No headway, server probably misconfigured; retried later.");
    public static final ErrorCode BG_E_USERNAME_TOO_LARGE =
            define(0x80200025, "BG_E_USERNAME_TOO_LARGE", "User name over 300 characters.");
    public static final ErrorCode BG_E_PASSWORD_TOO_LARGE =
            define(0x80200026, "BG_E_PASSWORD_TOO_LARGE", "Password over 65,536 characters.");
    public static final ErrorCode BG_E_INVALID_AUTH_TARGET =
            define(0x80200027, "BG_E_INVALID_AUTH_TARGET", "Undefined credential target.");
    public static final ErrorCode BG_E_INVALID_AUTH_SCHEME =
            define(0x80200028, "BG_E_INVALID_AUTH_SCHEME", "Undefined credential scheme.");
    public static final ErrorCode BG_E_FILE_NOT_FOUND =
            define(0x80200029, "BG_E_FILE_NOT_FOUND", "Named file is not in the job.");
    public static final ErrorCode BG_S_PROXY_CHANGED =
            define(0x0020002A, "BG_S_PROXY_CHANGED", "Proxy was changed (internal).");
    public static final ErrorCode BG_E_INVALID_RANGE =
            define(0x8020002B, "BG_E_INVALID_RANGE", "Range beyond the end of the file.");
    public static final ErrorCode BG_E_OVERLAPPING_RANGES =
            define(0x8020002C, "BG_E_OVERLAPPING_RANGES", "Ranges overlap.");
    public static final ErrorCode BG_E_CONNECT_FAILURE =
            define(0x8020002D, "BG_E_CONNECT_FAILURE", "Connection not possible.");
    public static final ErrorCode BG_E_CONNECTION_CLOSED =
            define(0x8020002E, "BG_E_CONNECTION_CLOSED", "Connection ended too early.");
    public static final ErrorCode BG_E_BLOCKED_BY_POLICY =
            define(0x8020003E, "BG_E_BLOCKED_BY_POLICY", "Policy forbids background transfers at this time.");
    public static final ErrorCode BG_E_INVALID_PROXY_INFO =
            define(0x8020003F, "BG_E_INVALID_PROXY_INFO", "Proxy or bypass text is wrong.");
    public static final ErrorCode BG_E_INVALID_CREDENTIALS =
            define(0x80200040, "BG_E_INVALID_CREDENTIALS", "Credentials have a wrong form.");
    public static final ErrorCode BG_E_INVALID_HASH_ALGORITHM =
            define(0x80200041, "BG_E_INVALID_HASH_ALGORITHM", "Hash algorithm not supported.");
    public static final ErrorCode BG_E_RECORD_DELETED =
            define(0x80200042, "BG_E_RECORD_DELETED", "Cache record is gone.");
    public static final ErrorCode BG_E_COMMIT_IN_PROGRESS =
            define(0x80200043, "BG_E_COMMIT_IN_PROGRESS", "Another thread is updating the cache record.");
    public static final ErrorCode BG_E_DISCOVERY_IN_PROGRESS =
            define(0x80200044, "BG_E_DISCOVERY_IN_PROGRESS", "Peer discovery already runs; try again in seconds.");
    public static final ErrorCode BG_E_UPNP_ERROR = define(0x80200045, "BG_E_UPNP_ERROR", "Gateway device error.");
    public static final ErrorCode BG_E_TEST_OPTION_BLOCKED_DOWNLOAD = define(
            0x80200046, "BG_E_TEST_OPTION_BLOCKED_DOWNLOAD", "A test switch stops the download after the peer search.");
    public static final ErrorCode BG_E_PEERCACHING_DISABLED =
            define(0x80200047, "BG_E_PEERCACHING_DISABLED", "Peer caching is off.");
    public static final ErrorCode BG_E_BUSYCACHERECORD =
            define(0x80200048, "BG_E_BUSYCACHERECORD", "Cache record in use.");
    public static final ErrorCode BG_E_TOO_MANY_JOBS_PER_USER =
            define(0x80200049, "BG_E_TOO_MANY_JOBS_PER_USER", "MaxJobsPerUser reached.");
    public static final ErrorCode BG_E_TOO_MANY_JOBS_PER_MACHINE =
            define(0x80200050, "BG_E_TOO_MANY_JOBS_PER_MACHINE", "MaxJobsPerMachine reached.");
    public static final ErrorCode BG_E_TOO_MANY_FILES_IN_JOB =
            define(0x80200051, "BG_E_TOO_MANY_FILES_IN_JOB", "MaxFilesPerJob reached.");
    public static final ErrorCode BG_E_TOO_MANY_RANGES_IN_FILE =
            define(0x80200052, "BG_E_TOO_MANY_RANGES_IN_FILE", "MaxRangesPerFile reached.");
    public static final ErrorCode BG_E_VALIDATION_FAILED =
            define(0x80200053, "BG_E_VALIDATION_FAILED", "Application declared the file invalid.");
    public static final ErrorCode BG_E_MAXDOWNLOAD_TIMEOUT =
            define(0x80200054, "BG_E_MAXDOWNLOAD_TIMEOUT", "Maximum download time exceeded.");
    public static final ErrorCode BG_S_OVERRIDDEN_BY_POLICY =
            define(0x00200055, "BG_S_OVERRIDDEN_BY_POLICY", "Setting stored but a policy overrides it.");
    public static final ErrorCode BG_E_TOKEN_REQUIRED =
            define(0x80200056, "BG_E_TOKEN_REQUIRED", "Helper token missing; supply it and Resume.");
    public static final ErrorCode BG_E_UNKNOWN_PROPERTY_ID =
            define(0x80200057, "BG_E_UNKNOWN_PROPERTY_ID", "SetProperty/GetProperty with an unknown id.");
    public static final ErrorCode BG_E_READ_ONLY_PROPERTY =
            define(0x80200058, "BG_E_READ_ONLY_PROPERTY", "Property cannot be written.");
    public static final ErrorCode BG_E_BLOCKED_BY_COST_TRANSFER_POLICY =
            define(0x80200059, "BG_E_BLOCKED_BY_COST_TRANSFER_POLICY", "Network cost state not allowed by the job.");
    public static final ErrorCode BG_E_PROPERTY_SUPPORTED_FOR_DOWNLOAD_JOBS_ONLY =
            define(0x80200060, "BG_E_PROPERTY_SUPPORTED_FOR_DOWNLOAD_JOBS_ONLY", "Property used on an upload type.");
    public static final ErrorCode BG_E_READ_ONLY_PROPERTY_AFTER_ADDFILE =
            define(0x80200061, "BG_E_READ_ONLY_PROPERTY_AFTER_ADDFILE", "Too late: a file was added.");
    public static final ErrorCode BG_E_READ_ONLY_PROPERTY_AFTER_RESUME =
            define(0x80200062, "BG_E_READ_ONLY_PROPERTY_AFTER_RESUME", "Too late: the job was resumed.");
    public static final ErrorCode BG_E_MAX_DOWNLOAD_SIZE_INVALID_VALUE =
            define(0x80200063, "BG_E_MAX_DOWNLOAD_SIZE_INVALID_VALUE", "Maximum download size not in 1..2^64-1.");
    public static final ErrorCode BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED =
            define(0x80200064, "BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED", "Maximum download size exceeded.");
    public static final ErrorCode BG_E_STANDBY_MODE =
            define(0x80200065, "BG_E_STANDBY_MODE", "Paused by power-saving mode; goes on after wake-up.");
    public static final ErrorCode BG_E_USE_STORED_CREDENTIALS_NOT_SUPPORTED = define(
            0x80200066, "BG_E_USE_STORED_CREDENTIALS_NOT_SUPPORTED", "Stored credentials only for the proxy target.");
    public static final ErrorCode BG_E_BLOCKED_BY_BATTERY_POLICY =
            define(0x80200067, "BG_E_BLOCKED_BY_BATTERY_POLICY", "Paused on battery.");
    public static final ErrorCode BG_E_BLOCKED_BY_BATTERY_SAVER =
            define(0x80200068, "BG_E_BLOCKED_BY_BATTERY_SAVER", "Paused by battery saver.");
    public static final ErrorCode BG_E_WATCHDOG_TIMEOUT =
            define(0x80200069, "BG_E_WATCHDOG_TIMEOUT", "An operation took longer than expected.");
    public static final ErrorCode BG_E_APP_PACKAGE_NOT_FOUND =
            define(0x8020006A, "BG_E_APP_PACKAGE_NOT_FOUND", "No app package for owner or caller.");
    public static final ErrorCode BG_E_APP_PACKAGE_SCENARIO_NOT_SUPPORTED = define(
            0x8020006B,
            "BG_E_APP_PACKAGE_SCENARIO_NOT_SUPPORTED",
            "App packages cannot use the service on this device.");
    public static final ErrorCode BG_E_DATABASE_CORRUPT = define(
            0x8020006C, "BG_E_DATABASE_CORRUPT", "Stored state corrupt; service stops and repairs at next start.");
    public static final ErrorCode BG_E_RANDOM_ACCESS_NOT_SUPPORTED = define(
            0x8020006D,
            "BG_E_RANDOM_ACCESS_NOT_SUPPORTED",
            "Random access on SMB, dynamic, multi-range, upload or upload-reply.");
    public static final ErrorCode BG_E_BLOCKED_BY_BACKGROUND_ACCESS_POLICY = define(
            0x8020006E, "BG_E_BLOCKED_BY_BACKGROUND_ACCESS_POLICY", "Owner's app may not run in the background.");
    public static final ErrorCode BG_E_BLOCKED_BY_GAME_MODE =
            define(0x8020006F, "BG_E_BLOCKED_BY_GAME_MODE", "Paused while another app has game mode.");
    public static final ErrorCode BG_E_BLOCKED_BY_SYSTEM_POLICY = define(
            0x80200070, "BG_E_BLOCKED_BY_SYSTEM_POLICY", "Paused for lack of system resources; goes on by itself.");
    public static final ErrorCode BG_E_NOT_SUPPORTED_WITH_CUSTOM_HTTP_METHOD =
            define(0x80200071, "BG_E_NOT_SUPPORTED_WITH_CUSTOM_HTTP_METHOD", "Not possible with a custom HTTP method.");
    public static final ErrorCode BG_E_UNSUPPORTED_JOB_CONFIGURATION =
            define(0x80200072, "BG_E_UNSUPPORTED_JOB_CONFIGURATION", "Job's settings do not allow the request.");
    public static final ErrorCode BG_E_REMOTE_FILE_CHANGED =
            define(0x80200073, "BG_E_REMOTE_FILE_CHANGED", "Remote file changed in mid-transfer; Resume starts again.");
    public static final ErrorCode BG_E_SERVER_CERT_VALIDATION_INTERFACE_REQUIRED = define(
            0x80200074,
            "BG_E_SERVER_CERT_VALIDATION_INTERFACE_REQUIRED",
            "Certificate callback is needed but missing; supply it and Resume.");
    public static final ErrorCode BG_E_READ_ONLY_WHEN_JOB_ACTIVE =
            define(0x80200075, "BG_E_READ_ONLY_WHEN_JOB_ACTIVE", "Only in SUSPENDED, ERROR, TRANSFERRED.");
    public static final ErrorCode BG_E_ERROR_CONTEXT_SERVER_CERTIFICATE_CALLBACK =
            define(0x80200076, "BG_E_ERROR_CONTEXT_SERVER_CERTIFICATE_CALLBACK", "Text code of context 8.");

    private final int number;
    private final String symbol;
    private final String text;

    private ErrorCode(int number, String symbol, String text) {
        this.number = number;
        this.symbol = symbol;
        this.text = text;
    }

    private static ErrorCode define(int number, String symbol, String text) {
        ErrorCode code = new ErrorCode(number, symbol, text);
        BY_NUMBER.put(number, code);
        return code;
    }

    /** Every code with a name of its own, in the order of definition; HTTP codes are not among them. */
    public static Iterable<ErrorCode> named() {
        return BY_NUMBER.values();
    }

    /** The code of an HTTP status: {@code 0x80190000 + status}, symbol {@code BG_E_HTTP_ERROR_nnn}. */
    public static ErrorCode http(int status) {
        return new ErrorCode(
                HTTP_BASE + status,
                "BG_E_HTTP_ERROR_" + status,
                "HTTP status " + status + ": " + HttpStatus.meaning(status));
    }

    /** The code of a number; an unknown number keeps its number and is named after it. */
    public static ErrorCode of(int number) {
        ErrorCode known = BY_NUMBER.get(number);
        if (known != null) {
            return known;
        }
        int status = number - HTTP_BASE;
        if (status >= 100 && status <= 599) {
            return http(status);
        }
        String hex = String.format(Locale.ROOT, "0x%08X", number);
        return new ErrorCode(number, hex, "Error " + hex + ".");
    }

    /** The HRESULT as Java's signed number, as scripts compare it. */
    public int number() {
        return number;
    }

    /** The symbol of the Windows headers, such as {@code BG_E_NOT_FOUND}. */
    public String symbol() {
        return symbol;
    }

    /** One sentence for people. */
    public String text() {
        return text;
    }

    /** The HTTP status this code keeps, or -1. */
    public int httpStatus() {
        int status = number - HTTP_BASE;
        return status >= 100 && status <= 599 ? status : -1;
    }

    /** Whether the code reports a failure (its top bit is set). */
    public boolean isFailure() {
        return number < 0;
    }

    /** The number in the form {@code 0x80200003}. */
    public String hex() {
        return String.format(Locale.ROOT, "0x%08X", number);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof ErrorCode && ((ErrorCode) other).number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** Symbol and number, for messages: {@code BG_E_EMPTY (0x80200003)}. */
    @Override
    public String toString() {
        return symbol + " (" + hex() + ")";
    }
}
