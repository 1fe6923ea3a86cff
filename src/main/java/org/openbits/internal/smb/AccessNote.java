package org.openbits.internal.smb;

import java.util.List;
import org.openbits.JobProperty;
import org.openbits.JobSettings;

/** What the ACL flags of a job come to with shares, whose owners, groups and ACLs name accounts of the server. */
final class AccessNote {

    private AccessNote() {}

    /** Nothing where no flag is set. The same for all files of a share, so that a job says it once. */
    static List<String> of(JobSettings settings, SmbName name) {
        return settings.get(JobProperty.ACL_FLAGS) == 0
                ? List.of()
                : List.of("The ACL flags do nothing with \\\\" + name.server() + "\\" + name.share()
                        + ": owners, groups and ACLs there name accounts of its server, which this machine does not"
                        + " know. A file gets the access of any new file.");
    }
}
