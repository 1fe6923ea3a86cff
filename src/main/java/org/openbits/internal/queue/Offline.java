package org.openbits.internal.queue;

import java.util.Set;
import java.util.regex.Pattern;
import org.openbits.ErrorCode;
import org.openbits.internal.transfer.TransferObserver.Failure;
import org.openbits.spi.Severity;

/** Whether a failure is what a host without a network has to expect. Servers on the host itself do not count. Pure. */
final class Offline {

    private static final Set<ErrorCode> NOT_REACHED = Set.of(
            ErrorCode.ERROR_INTERNET_NAME_NOT_RESOLVED,
            ErrorCode.ERROR_INTERNET_CANNOT_CONNECT,
            ErrorCode.ERROR_INTERNET_TIMEOUT,
            ErrorCode.ERROR_NETWORK_UNREACHABLE);
    private static final Pattern ON_THIS_HOST = Pattern.compile(
            "^(\\w+:)?[/\\\\]{2}([^@/\\\\]*@)?(localhost|127\\.[0-9.]+|\\[::1])([:/?#\\\\].*)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_ANOTHER_HOST =
            Pattern.compile("^((?!file:)\\w{2,}:/|\\\\\\\\).*$", Pattern.CASE_INSENSITIVE);

    private Offline() {}

    /** Whether only another host can have the file. */
    static boolean needsNetwork(String remoteName) {
        return OF_ANOTHER_HOST.matcher(remoteName).matches()
                && !ON_THIS_HOST.matcher(remoteName).matches();
    }

    static boolean explains(Failure failure, String remoteName) {
        return failure.severity() instanceof Severity.Transient
                && NOT_REACHED.contains(failure.code())
                && !ON_THIS_HOST.matcher(remoteName).matches();
    }
}
