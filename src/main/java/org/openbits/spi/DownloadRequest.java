package org.openbits.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.JobSettings;

/**
 * What to open.
 *
 * @param remoteName the file
 * @param offset the first byte wanted
 * @param end one past the last byte wanted, or {@link #TO_END}
 * @param validator the version that the bytes before {@code offset} came from, or null when any version will do
 * @param settings the job's properties: headers, proxy, security flags ...
 * @param credentials the job's credentials
 * @param abort closing it makes a blocked open fail soon
 */
public record DownloadRequest(
        String remoteName,
        long offset,
        long end,
        @Nullable Validator validator,
        JobSettings settings,
        List<AuthCredentials> credentials,
        Abort abort) {

    /** Up to the end of the file, wherever that is. */
    public static final long TO_END = -1;
}
