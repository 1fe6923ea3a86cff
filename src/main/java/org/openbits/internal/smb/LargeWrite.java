package org.openbits.internal.smb;

import jcifs.CIFSContext;
import jcifs.Configuration;
import jcifs.internal.CommonServerMessageBlockRequest;
import jcifs.internal.smb2.ServerMessageBlock2Request;
import jcifs.internal.smb2.Smb2SigningDigest;
import jcifs.internal.smb2.io.Smb2WriteResponse;
import jcifs.internal.util.SMBUtil;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file, written by one or two requests SMB2 WRITE (MS-SMB2 2.2.21) that leave together.
 *
 * <p>The library writes a message of any length but announces its length in the 16 bits that older dialects have. So a
 * short request goes first, whose length those 16 bits can say, and right behind it, as the rest of what the library takes
 * for one message, a frame of its own with a large request. That works because the frame is a multiple of 64 KiB:
 *
 * <pre>
 * 0 0 (length of head)  head: header 64, fields 48, data   0 (length of tail) tail: header 64, fields 48, data
 * announced mod 64 KiB  ------------ &lt; 64 KiB -----------  ------------------ n * 64 KiB ------------------
 * </pre>
 *
 * The large request costs n credits, says so in its CreditCharge field, and takes n message ids ({@link LargeRead}).
 */
final class LargeWrite extends ServerMessageBlock2Request<Smb2WriteResponse> {

    /** The most that is worth asking for at once: with its headers less than {@link Settings#MESSAGE_BYTES}. */
    static final int MOST_BYTES = 1080 << 10;

    /** The most that one short request writes. */
    static final int MOST_SHORT_BYTES = 60 << 10;

    private static final int WRITE = 9;
    private static final int CREDIT_BYTES = 1 << 16;
    private static final int CREDIT_CHARGE_OFFSET = 6;
    private static final int FRAME = 4;
    private static final int HEADERS = 64 + 48;

    private final byte[] file;
    private final long offset;
    private final byte[] from;
    private final int start;
    private final int count;
    private final @Nullable LargeWrite tail;
    private final @Nullable ServerMessageBlock2Request<?> next;
    private final int charge;
    private final int cost;
    private final Runnable sent;

    /**
     * @param count at least 1; {@link #bytes()} tells how many of them it takes
     * @param sent called once the request has its place in the stream
     */
    static LargeWrite of(
            Configuration config, byte[] file, long offset, byte[] from, int start, int count, Runnable sent) {
        int most = Math.min(count, MOST_BYTES);
        int units = (most - 1 + FRAME + HEADERS) / CREDIT_BYTES;
        if (units == 0) {
            return new LargeWrite(
                    config, file, offset, from, start, Math.min(most, MOST_SHORT_BYTES), null, 1, 1, sent);
        }
        int large = units * CREDIT_BYTES - FRAME - HEADERS;
        int small = Math.min(most - large, MOST_SHORT_BYTES);
        LargeWrite tail =
                new LargeWrite(config, file, offset + small, from, start + small, large, null, units, 0, () -> {});
        return new LargeWrite(config, file, offset, from, start, small, tail, 1, 1 + units, sent);
    }

    /**
     * @param charge the credits that it says it costs
     * @param cost the credits that it takes from those we have; of the two together the first takes all
     */
    private LargeWrite(
            Configuration config,
            byte[] file,
            long offset,
            byte[] from,
            int start,
            int count,
            @Nullable LargeWrite tail,
            int charge,
            int cost,
            Runnable sent) {
        super(config, WRITE);
        this.file = file;
        this.offset = offset;
        this.from = from;
        this.start = start;
        this.count = count;
        this.tail = tail;
        this.next = tail == null ? Follower.chain(config, WRITE, charge - 1) : tail;
        this.charge = charge;
        this.cost = cost;
        this.sent = sent;
    }

    /** How many bytes are written when all goes well. */
    int bytes() {
        return tail == null ? count : count + tail.count;
    }

    /** How many bytes the server says it wrote, from the start on. */
    int written() {
        int first = getResponse().getCount();
        return tail == null || first < count
                ? first
                : first + tail.getResponse().getCount();
    }

    @Override
    public int getCreditCost() {
        return cost;
    }

    @Override
    public @Nullable ServerMessageBlock2Request<?> getNext() {
        return next;
    }

    @Override
    public boolean allowChain(CommonServerMessageBlockRequest other) {
        return true;
    }

    /** Sent whole, even after waiting for credits. */
    @Override
    public @Nullable CommonServerMessageBlockRequest split() {
        return null;
    }

    @Override
    protected Smb2WriteResponse createResponse(
            CIFSContext context, ServerMessageBlock2Request<Smb2WriteResponse> request) {
        if (tail != null) {
            tail.setTreeId(getTreeId());
            tail.setSessionId(getSessionId());
            tail.setDigest(getDigest());
        }
        return new Receipt(context.getConfig());
    }

    @Override
    public int size() {
        return HEADERS + count;
    }

    @Override
    public int encode(byte[] to, int at) {
        int written = encodeThis(to, at);
        if (tail != null) {
            int length = HEADERS + tail.count;
            to[at + written] = 0;
            to[at + written + 1] = (byte) (length >> 16);
            to[at + written + 2] = (byte) (length >> 8);
            to[at + written + 3] = (byte) length;
            written += FRAME;
            written += tail.encodeThis(to, at + written);
        }
        sent.run();
        return written;
    }

    private int encodeThis(byte[] to, int at) {
        writeHeaderWireFormat(to, at);
        SMBUtil.writeInt2(charge, to, at + CREDIT_CHARGE_OFFSET);
        writeBytesWireFormat(to, at + 64);
        Smb2SigningDigest digest = getDigest();
        if (digest != null) {
            digest.sign(to, at, HEADERS + count, this, getResponse());
        }
        return HEADERS + count;
    }

    /** StructureSize 2, DataOffset 2, Length 4, Offset 8, FileId 16, Channel 4, Remaining 4, ChannelInfo 4, Flags 4. */
    @Override
    protected int writeBytesWireFormat(byte[] to, int at) {
        SMBUtil.writeInt2(49, to, at);
        SMBUtil.writeInt2(HEADERS, to, at + 2);
        SMBUtil.writeInt4(count, to, at + 4);
        SMBUtil.writeInt8(offset, to, at + 8);
        System.arraycopy(file, 0, to, at + 16, file.length);
        SMBUtil.writeInt8(0, to, at + 32);
        SMBUtil.writeInt8(0, to, at + 40);
        System.arraycopy(from, start, to, at + 48, count);
        return 48 + count;
    }

    @Override
    protected int readBytesWireFormat(byte[] buffer, int at) {
        return 0;
    }

    /** The answer, of which the library would forget what it must be signed with. */
    private static final class Receipt extends Smb2WriteResponse {

        private int messageBytes;

        Receipt(Configuration config) {
            super(config);
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
