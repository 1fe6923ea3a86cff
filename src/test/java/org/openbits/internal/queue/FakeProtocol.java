package org.openbits.internal.queue;

import java.util.List;
import org.openbits.AuthCredentials;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Listing;
import org.openbits.spi.TransferProtocol;

/** Knows names that begin with {@code fake:}; opens none. */
final class FakeProtocol implements TransferProtocol, Listing {

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean handles(String remoteName) {
        return remoteName.startsWith("fake:");
    }

    @Override
    public void check(String remoteName) {
        if (remoteName.contains(" ")) {
            throw new BitsException(ErrorCode.E_INVALIDARG, "A name with a blank: " + remoteName);
        }
    }

    @Override
    public DownloadSource open(DownloadRequest request) {
        throw new AssertionError("the queue opens nothing");
    }

    @Override
    public List<String> expand(String pattern, List<AuthCredentials> credentials) {
        return pattern.startsWith("fake:/none") ? List.of() : List.of("fake:/dir/a.txt", "fake:/dir/b.txt");
    }

    @Override
    public void close() {}
}
