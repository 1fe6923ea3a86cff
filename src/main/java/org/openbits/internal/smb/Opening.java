package org.openbits.internal.smb;

import jcifs.CIFSContext;
import jcifs.Configuration;
import jcifs.internal.SMBProtocolDecodingException;
import jcifs.internal.smb2.ServerMessageBlock2Request;
import jcifs.internal.smb2.Smb2SigningDigest;
import jcifs.internal.smb2.create.Smb2CreateRequest;
import jcifs.internal.smb2.create.Smb2CreateResponse;
import jcifs.internal.util.SMBUtil;
import jcifs.smb.NtStatus;
import org.jspecify.annotations.Nullable;

/** SMB2 CREATE (MS-SMB2 2.2.13) of which the answer's facts are kept whole: the library rounds times to milliseconds. */
final class Opening extends Smb2CreateRequest {

    private final String path;

    Opening(Configuration config, String path) {
        super(config, path);
        this.path = path;
    }

    @Override
    protected Smb2CreateResponse createResponse(
            CIFSContext context, ServerMessageBlock2Request<Smb2CreateResponse> request) {
        return new Opened(context.getConfig(), path);
    }

    /** ... CreateAction to 8, CreationTime 8, LastAccessTime 8, LastWriteTime 8, ChangeTime 8, AllocationSize 8, EndOfFile 8. */
    static final class Opened extends Smb2CreateResponse {

        private @Nullable Facts facts;
        private int messageBytes;

        Opened(Configuration config, String path) {
            super(config, path);
        }

        /** The library would forget what the answer must be signed with. */
        @Override
        public void reset() {
            Smb2SigningDigest mustHold = getDigest();
            super.reset();
            setDigest(mustHold);
        }

        @Override
        public void setReadSize(int bytes) {
            messageBytes = bytes;
            super.setReadSize(bytes);
        }

        /** Not of refusals: some servers sign those wrongly. */
        @Override
        public boolean verifySignature(byte[] buffer, int at, int size) {
            return getStatus() != NtStatus.NT_STATUS_OK || Signatures.hold(this, buffer, at, messageBytes);
        }

        @Override
        protected int readBytesWireFormat(byte[] from, int at) throws SMBProtocolDecodingException {
            facts = new Facts(SMBUtil.readInt8(from, at + 48), Facts.instant(SMBUtil.readInt8(from, at + 24)));
            return super.readBytesWireFormat(from, at);
        }

        Facts facts() throws SMBProtocolDecodingException {
            if (facts == null) {
                throw new SMBProtocolDecodingException("The server did not say the file's size and time");
            }
            return facts;
        }
    }
}
