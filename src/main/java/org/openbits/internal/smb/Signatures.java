package org.openbits.internal.smb;

import jcifs.internal.smb2.ServerMessageBlock2Response;
import jcifs.internal.smb2.Smb2SigningDigest;
import jcifs.smb.NtStatus;

/**
 * Whether an answer is what the server signed. The library itself looks at the answer to the logon only: it forgets the key
 * of every later answer before that comes, and passes over those that the server first announced as pending.
 */
final class Signatures {

    private Signatures() {}

    /** @param bytes of the whole message, with what may stand behind the answer's own fields */
    static boolean hold(ServerMessageBlock2Response answer, byte[] buffer, int at, int bytes) {
        Smb2SigningDigest digest = answer.getDigest();
        // What only says that the answer will come is not signed (MS-SMB2 3.3.4.1.1), and brings nothing.
        boolean isSigned = digest != null && answer.getStatus() != NtStatus.NT_STATUS_PENDING;
        return !isSigned || !digest.verify(buffer, at, bytes, 0, answer);
    }
}
