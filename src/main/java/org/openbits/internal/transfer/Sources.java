package org.openbits.internal.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbits.AuthCredentials;
import org.openbits.AuthTarget;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;

/** The addresses of one file, in the order they are tried, each with who speaks for it. Confined to one thread. */
final class Sources {

    /** Scheme, and host with port; a user before the host says nothing of it. */
    private static final Pattern SERVER =
            Pattern.compile("([A-Za-z0-9+.-]*:)?[/\\\\]{2}(?:[^/\\\\?#]*@)?([^/\\\\?#]*)");

    private final List<String> names = new ArrayList<>();
    private final List<TransferProtocol> protocols;
    private final List<TransferException> failures = new ArrayList<>();
    private int current;

    Sources(FileSpec file, List<TransferProtocol> protocols) {
        names.add(file.remoteName());
        names.addAll(file.mirrors());
        this.protocols = protocols;
    }

    String name() {
        return names.get(current);
    }

    /** The name as it may be shown. */
    String shownName() {
        return TransferProtocol.withoutSecrets(name());
    }

    boolean isMirror() {
        return current > 0;
    }

    /** The job's settings as that address may see them: headers are often secrets, and meant for the first server. */
    JobSettings settingsFor(String name, JobSettings settings) {
        return isOnTheFirstServer(name) ? settings : settings.without(JobProperty.CUSTOM_HEADERS);
    }

    /** The secrets for that address: those of the server are the first one's. */
    List<AuthCredentials> credentialsFor(String name, List<AuthCredentials> credentials) {
        return isOnTheFirstServer(name)
                ? credentials
                : credentials.stream()
                        .filter(secret -> secret.target() == AuthTarget.PROXY)
                        .toList();
    }

    private boolean isOnTheFirstServer(String name) {
        return name.equals(names.get(0)) || serverOf(name).equals(serverOf(names.get(0)));
    }

    /** Scheme, host and port; of a local path the whole name. */
    private static String serverOf(String name) {
        Matcher server = SERVER.matcher(name);
        return server.lookingAt() ? (server.group(1) + server.group(2)).toLowerCase(Locale.ROOT) : name;
    }

    TransferProtocol protocol() throws TransferException {
        return protocolFor(name());
    }

    TransferProtocol protocolFor(String name) throws TransferException {
        for (TransferProtocol protocol : protocols) {
            if (protocol.handles(name)) {
                return protocol;
            }
        }
        throw new TransferException(
                ErrorCode.BG_E_PROTOCOL_NOT_AVAILABLE,
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                "No protocol is installed for " + TransferProtocol.withoutSecrets(name),
                null);
    }

    /**
     * Goes on to the next address.
     *
     * @throws TransferException when there is none: the first failure that may pass, else the first of all
     */
    void next(TransferException failure) throws TransferException {
        failures.add(failure);
        if (current + 1 < names.size() && failure.context() != ErrorContext.LOCAL_FILE) {
            current++;
            return;
        }
        for (TransferException earlier : failures) {
            if (!(earlier.severity() instanceof Severity.Fatal)) {
                throw earlier;
            }
        }
        throw failures.get(0);
    }
}
