package org.openbits.spi;

/** What a protocol does only when the administrator's policy allows it. */
public enum Permission {
    /** Following the referrals of a distributed file system to other servers. Policy FollowDfs. */
    DFS,
    /** Speaking SMB 1 to servers that know nothing later. Policy AllowSmb1. */
    SMB1
}
