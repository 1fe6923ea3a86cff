package org.openbits.internal.smb;

import java.util.Arrays;
import jcifs.CIFSContext;
import jcifs.Configuration;
import jcifs.internal.CommonServerMessageBlockRequest;
import jcifs.internal.smb2.ServerMessageBlock2Request;
import jcifs.internal.smb2.Smb2Constants;
import jcifs.internal.smb2.Smb2SigningDigest;
import jcifs.internal.smb2.io.Smb2ReadResponse;
import jcifs.internal.util.SMBUtil;
import org.jspecify.annotations.Nullable;

/**
 * SMB2 READ (MS-SMB2 2.2.19) of more than 64 KiB.
 *
 * <p>Such a request costs a credit for each 64 KiB begun, says so in its CreditCharge field, and uses up as many message
 * ids. The library knows one credit and one id a message. But it takes an id for each follower of a compound, so this
 * request shows it such ({@link Follower}). No other request may be sent on the connection while this one takes its ids.
 */
final class LargeRead extends ServerMessageBlock2Request<Smb2ReadResponse> {

    private static final int READ = 8;
    private static final int CREDIT_BYTES = 1 << 16;
    private static final int CREDIT_CHARGE_OFFSET = 6;

    private final byte[] file;
    private final long offset;
    private final int length;
    private final byte[] target;
    private final @Nullable Follower follower;

    LargeRead(Configuration config, byte[] file, long offset, int length, byte[] target) {
        super(config, READ);
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.target = target;
        this.follower = Follower.chain(config, READ, credits() - 1);
    }

    private int credits() {
        return Math.max(1, (length + CREDIT_BYTES - 1) / CREDIT_BYTES);
    }

    @Override
    public int getCreditCost() {
        return credits();
    }

    @Override
    public @Nullable ServerMessageBlock2Request<?> getNext() {
        return follower;
    }

    @Override
    public boolean allowChain(CommonServerMessageBlockRequest next) {
        return true;
    }

    /** Sent whole, even after waiting for credits. */
    @Override
    public @Nullable CommonServerMessageBlockRequest split() {
        return null;
    }

    @Override
    protected Smb2ReadResponse createResponse(
            CIFSContext context, ServerMessageBlock2Request<Smb2ReadResponse> request) {
        return new Data(context.getConfig(), target);
    }

    @Override
    public int size() {
        return size8(Smb2Constants.SMB2_HEADER_LENGTH + 49);
    }

    @Override
    protected int writeHeaderWireFormat(byte[] to, int at) {
        int written = super.writeHeaderWireFormat(to, at);
        SMBUtil.writeInt2(credits(), to, at + CREDIT_CHARGE_OFFSET);
        return written;
    }

    /** StructureSize 2, Padding 1, Flags 1, Length 4, Offset 8, FileId 16, MinimumCount 4, Channel 4, Remaining 4, ... */
    @Override
    protected int writeBytesWireFormat(byte[] to, int at) {
        Arrays.fill(to, at, at + 49, (byte) 0);
        SMBUtil.writeInt2(49, to, at);
        SMBUtil.writeInt4(length, to, at + 4);
        SMBUtil.writeInt8(offset, to, at + 8);
        System.arraycopy(file, 0, to, at + 16, file.length);
        return 49;
    }

    @Override
    protected int readBytesWireFormat(byte[] from, int at) {
        return 0;
    }

    /** The answer, of which the library would forget what it must be signed with. */
    private static final class Data extends Smb2ReadResponse {

        private int messageBytes;

        Data(Configuration config, byte[] target) {
            super(config, target, 0);
        }

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
    }
}
