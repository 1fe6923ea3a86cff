package org.openbits.internal.smb;

import java.util.List;
import jcifs.CIFSException;
import jcifs.DialectVersion;
import jcifs.ResolverType;
import jcifs.config.BaseConfiguration;

/** How the library behaves for us, whatever its properties say: names by DNS, no caches. */
final class Settings extends BaseConfiguration {

    /** The most one request reads. */
    static final int READ_BYTES = 1 << 20;

    /** The longest message: a large write with the short one before it. */
    static final int MESSAGE_BYTES = READ_BYTES + (72 << 10);

    private static final int CONNECT_MILLIS = 20_000;
    private static final int ANSWER_MILLIS = 30_000;

    /** What is spoken and offered. */
    enum Speech {
        /** SMB 2.1 to 3.1.1. */
        PLAIN,
        /** The same, and referrals to other servers are followed. */
        DFS,
        /** The same as plain, and offers the encryption that the library cannot do; only to learn who asks for it. */
        ENCRYPTING,
        /** SMB 1 and nothing else. */
        OLD
    }

    Settings(Speech speech) throws CIFSException {
        super(true);
        dfsDisabled = speech != Speech.DFS;
        encryptionEnabled = speech == Speech.ENCRYPTING;
        smbAttributeExpiration = 0;
        resolverOrder = List.of(ResolverType.RESOLVER_DNS);
        smbTcpNoDelay = true;
        smbConnectionTimeout = CONNECT_MILLIS;
        smbResponseTimeout = ANSWER_MILLIS;
        if (speech == Speech.OLD) {
            initProtocolVersions(DialectVersion.SMB1, DialectVersion.SMB1);
            return;
        }
        initProtocolVersions(DialectVersion.SMB210, DialectVersion.SMB311);
        smb2OnlyNegotiation = true;
        maximumBufferSize = MESSAGE_BYTES;
        smbRecvBufferSize = READ_BYTES;
        // The library announces at most 65,535 bytes of a message it sends.
        smbSendBufferSize = 0xFFFF;
    }
}
