package org.openbits.internal.smb;

import java.util.List;
import jcifs.CIFSException;
import jcifs.DialectVersion;
import jcifs.ResolverType;
import jcifs.config.BaseConfiguration;

/** How the library behaves for us, whatever its properties say: SMB 2.1 to 3.1.1, names by DNS, no DFS, no caches. */
final class Settings extends BaseConfiguration {

    /** The most one request reads. */
    static final int READ_BYTES = 1 << 20;

    /** The longest message: a large write with the short one before it. */
    static final int MESSAGE_BYTES = READ_BYTES + (72 << 10);

    private static final int CONNECT_MILLIS = 20_000;
    private static final int ANSWER_MILLIS = 30_000;

    /**
     * @param dfs whether to follow referrals to other servers
     * @param encryption whether to offer the encryption that the library cannot do; only to learn who asks for it
     */
    Settings(boolean dfs, boolean encryption) throws CIFSException {
        super(true);
        initProtocolVersions(DialectVersion.SMB210, DialectVersion.SMB311);
        smb2OnlyNegotiation = true;
        encryptionEnabled = encryption;
        dfsDisabled = !dfs;
        smbAttributeExpiration = 0;
        resolverOrder = List.of(ResolverType.RESOLVER_DNS);
        smbTcpNoDelay = true;
        smbConnectionTimeout = CONNECT_MILLIS;
        smbResponseTimeout = ANSWER_MILLIS;
        maximumBufferSize = MESSAGE_BYTES;
        smbRecvBufferSize = READ_BYTES;
        // The library announces at most 65,535 bytes of a message it sends.
        smbSendBufferSize = 0xFFFF;
    }
}
