package org.openbits.internal.transfer;

import java.util.ArrayList;
import java.util.List;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;

/** The addresses of one file, in the order they are tried, each with who speaks for it. Confined to one thread. */
final class Sources {

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
