package org.openbits.spi;

import java.util.List;
import org.openbits.AuthCredentials;

/** The ability of a protocol to expand {@code *}, {@code ?} and {@code [a-c]} in the last part of a remote name. */
public interface Listing {

    /**
     * The names that match, sorted; empty when none does. Blocks.
     *
     * @param credentials the job's
     */
    List<String> expand(String pattern, List<AuthCredentials> credentials) throws TransferException;

    /** The name that a matching file gets in a directory of this machine: the last part of its remote name, decoded. */
    default String fileName(String remoteName) {
        return remoteName.substring(Math.max(remoteName.lastIndexOf('/'), remoteName.lastIndexOf('\\')) + 1);
    }
}
