package org.openbits.internal.queue;

import org.jspecify.annotations.Nullable;
import org.openbits.JobProperty;
import org.openbits.internal.file.AccessOrigin;
import org.openbits.spi.Mounted;
import org.openbits.spi.TransferProtocol;

/** What the ACL flags of a job ask for; owner 1, group 2, DACL 4 is the mode, SACL 8 has nothing here to stand for. Pure. */
final class AccessFlags {

    private static final long OWNER = 1;
    private static final long GROUP = 2;
    private static final long DACL = 4;

    private AccessFlags() {}

    static boolean areSet(JobRecord job) {
        return !job.type().isUpload() && (job.settings().get(JobProperty.ACL_FLAGS) & (OWNER | GROUP | DACL)) != 0;
    }

    /** Whose access a file takes; null when where it comes from has none to tell. */
    static @Nullable AccessOrigin origin(JobRecord job, FileRecord file, Iterable<TransferProtocol> protocols) {
        long flags = job.settings().get(JobProperty.ACL_FLAGS);
        String remoteName = file.spec().remoteName();
        for (TransferProtocol protocol : protocols) {
            if (protocol.handles(remoteName)) {
                return protocol instanceof Mounted mounted
                        ? new AccessOrigin(
                                mounted.pathOf(remoteName),
                                (flags & OWNER) != 0,
                                (flags & GROUP) != 0,
                                (flags & DACL) != 0)
                        : null;
            }
        }
        return null;
    }
}
