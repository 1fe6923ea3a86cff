package org.openbits.internal.smb;

import java.time.Instant;
import java.util.Arrays;
import jcifs.CIFSContext;
import jcifs.Configuration;
import jcifs.internal.SMBProtocolDecodingException;
import jcifs.internal.fscc.FileInformation;
import jcifs.internal.smb2.ServerMessageBlock2Request;
import jcifs.internal.smb2.Smb2Constants;
import jcifs.internal.smb2.Smb2SigningDigest;
import jcifs.internal.smb2.info.Smb2QueryInfoRequest;
import jcifs.internal.smb2.info.Smb2QueryInfoResponse;
import jcifs.internal.util.SMBUtil;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.Validator;

/**
 * What tells one version of a file from another.
 *
 * @param lastWrite when its content was last written, in steps of 100 nanoseconds. Samba tells the time of the opening as
 *     long as anybody has the file open, whatever other programs of the server do to it
 */
record Facts(long bytes, Instant lastWrite) {

    /** Seconds from 1601, where the file times of Windows begin, to 1970. */
    private static final long EPOCH_SECONDS = 11_644_473_600L;

    private static final long TICKS_A_SECOND = 10_000_000;

    Validator version() {
        return new Validator(null, lastWrite.toString(), bytes);
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(
                Math.floorDiv(ticks, TICKS_A_SECOND) - EPOCH_SECONDS, Math.floorMod(ticks, TICKS_A_SECOND) * 100);
    }

    /** Sets the time of the last write and leaves the rest as it is: FileBasicInformation (MS-FSCC 2.4.7). */
    record LastWrite(Instant time) implements FileInformation {

        private static final int LAST_WRITE_OFFSET = 16;

        @Override
        public byte getFileInformationLevel() {
            return FILE_BASIC_INFO;
        }

        @Override
        public int size() {
            return 40;
        }

        @Override
        public int encode(byte[] to, int at) {
            Arrays.fill(to, at, at + size(), (byte) 0);
            long seconds = time.getEpochSecond() + EPOCH_SECONDS;
            SMBUtil.writeInt8(seconds * TICKS_A_SECOND + time.getNano() / 100, to, at + LAST_WRITE_OFFSET);
            return size();
        }

        @Override
        public int decode(byte[] from, int at, int length) {
            throw new UnsupportedOperationException();
        }
    }

    /** Asks for the facts of an open file: SMB2 QUERY_INFO with FileNetworkOpenInformation (MS-FSCC 2.4.29). */
    static final class Request extends Smb2QueryInfoRequest {

        private static final byte NETWORK_OPEN_INFORMATION = 34;

        Request(Configuration config, byte[] file) {
            super(config, file);
            setFileInfoClass(NETWORK_OPEN_INFORMATION);
        }

        @Override
        protected Smb2QueryInfoResponse createResponse(
                CIFSContext context, ServerMessageBlock2Request<Smb2QueryInfoResponse> request) {
            return new Answer(context.getConfig());
        }
    }

    /** CreationTime 8, LastAccessTime 8, LastWriteTime 8, ChangeTime 8, AllocationSize 8, EndOfFile 8, Attributes 4. */
    static final class Answer extends Smb2QueryInfoResponse {

        private @Nullable Facts facts;
        private int messageBytes;

        Answer(Configuration config) {
            super(config, Smb2Constants.SMB2_0_INFO_FILE, Request.NETWORK_OPEN_INFORMATION);
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

        @Override
        public boolean verifySignature(byte[] buffer, int at, int size) {
            return Signatures.hold(this, buffer, at, messageBytes);
        }

        @Override
        protected int readBytesWireFormat(byte[] from, int at) throws SMBProtocolDecodingException {
            int start = SMBUtil.readInt2(from, at + 2) + getHeaderStart();
            int length = SMBUtil.readInt4(from, at + 4);
            if (SMBUtil.readInt2(from, at) != 9 || length < 56) {
                throw new SMBProtocolDecodingException("The answer about the file's size and time is malformed");
            }
            facts = new Facts(SMBUtil.readInt8(from, start + 40), instant(SMBUtil.readInt8(from, start + 16)));
            return start + length - at;
        }

        Facts facts() throws SMBProtocolDecodingException {
            if (facts == null) {
                throw new SMBProtocolDecodingException("The server did not say the file's size and time");
            }
            return facts;
        }
    }
}
