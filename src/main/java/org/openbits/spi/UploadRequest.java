package org.openbits.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.JobSettings;

/**
 * What to send where.
 *
 * @param remoteName the file it becomes
 * @param fileName the last part of its local name
 * @param totalBytes its length
 * @param wantsReply whether the server's answer file is wanted (an upload-reply job)
 * @param session what an earlier target left, or null for a new upload
 * @param offset bytes that the server confirmed in that session
 * @param settings the job's properties: headers, proxy, security flags ...
 * @param credentials the job's credentials
 * @param abort closing it makes a blocked call fail soon
 */
public record UploadRequest(
        String remoteName,
        String fileName,
        long totalBytes,
        boolean wantsReply,
        @Nullable UploadSession session,
        long offset,
        JobSettings settings,
        List<AuthCredentials> credentials,
        Abort abort) {

    public UploadRequest {
        credentials = List.copyOf(credentials);
    }
}
