package org.openbits.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The changes since a checkpoint, appended and forced group by group.
 *
 * <pre>
 * header   magic (8) "OBITSJRN", version (4) 1, generation (8), salt (8), CRC32C of all that (4)
 * group    payload length (4), number (8) from 1, CRC32C of salt, length, number and payload (4), payload
 * payload  the transactions of the group, see {@link Transaction}
 * </pre>
 *
 * Big-endian throughout. The file is made under another name, so its header is whole. A group is written only after the
 * one before was forced: so a bad group at the end was never acknowledged and is cut off, but a bad group with a good one
 * after it was acknowledged and is damage. The salt makes bytes inside a payload that look like a group no group.
 *
 * <p>Confined to the thread that appends.
 */
final class Journal implements Closeable {

    private static final long MAGIC = 0x4F_42_49_54_53_4A_52_4EL;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 8 + 4 + 8 + 8 + 4;
    private static final int GROUP_HEADER_BYTES = 4 + 8 + 4;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final SecureRandom SALTS = new SecureRandom();

    private final StoreFiles.Output out;
    private final long salt;
    private long number;
    /** Direct and small: the JDK would copy a large heap buffer into a direct one as large and keep that. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    private Journal(StoreFiles.Output out, long salt, long number) {
        this.out = out;
        this.salt = salt;
        this.number = number;
    }

    /** Where the changes of a generation are. */
    static String name(long generation) {
        return "journal." + generation;
    }

    /** Makes the empty journal of a generation; durable when this returns. */
    static Journal create(StoreFiles files, long generation) throws IOException {
        long salt = SALTS.nextLong();
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putLong(generation)
                .putLong(salt);
        header.putInt(crcOf(header.array(), 0, HEADER_BYTES - 4));
        files.publish(name(generation), header.array());
        return new Journal(files.append(name(generation), HEADER_BYTES), salt, 0);
    }

    /** Appends transactions as one group; they are durable when this returns. */
    void append(List<byte[]> transactions) throws IOException {
        int length = transactions.stream().mapToInt(bytes -> bytes.length).reduce(0, Math::addExact);
        number++;
        buffer.clear();
        buffer.putInt(length).putLong(number).putInt(crc(salt, length, number, transactions));
        for (byte[] transaction : transactions) {
            write(transaction);
        }
        flush();
        out.force();
    }

    private void write(byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; ) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int part = Math.min(buffer.remaining(), bytes.length - at);
            buffer.put(bytes, at, part);
            at += part;
        }
    }

    private void flush() throws IOException {
        out.write(buffer.flip());
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** What a journal on disk holds. */
    static final class Content {

        private final String name;
        private final ByteBuffer bytes;
        private final long salt;
        private long groups;

        private Content(String name, ByteBuffer bytes, long salt) {
            this.name = name;
            this.bytes = bytes;
            this.salt = salt;
        }

        /** Puts every good group into the layer and stops at the torn tail, if there is one. */
        private Content readInto(Layer layer) throws StoreDamage {
            while (isGroupAt(bytes.position(), groups + 1)) {
                int length = bytes.getInt(bytes.position());
                bytes.position(bytes.position() + GROUP_HEADER_BYTES);
                Transaction.fromBytes(bytes.slice(bytes.position(), length)).applyTo(layer);
                bytes.position(bytes.position() + length);
                groups++;
            }
            refuseGroupsAfterABadOne();
            return this;
        }

        private void refuseGroupsAfterABadOne() throws StoreDamage {
            int bad = bytes.position();
            for (int at = bad + 1; at <= bytes.limit() - GROUP_HEADER_BYTES; at++) {
                long later = bytes.getLong(at + 4);
                if (later > groups && later <= groups + bytes.limit() && isGroupAt(at, later)) {
                    throw new StoreDamage(name + " is damaged at byte " + bad + ": group " + (groups + 1)
                            + " is not what was written, and group " + later + " follows it at byte " + at);
                }
            }
        }

        private boolean isGroupAt(int at, long expected) {
            if (bytes.limit() - at < GROUP_HEADER_BYTES) {
                return false;
            }
            int length = bytes.getInt(at);
            if (length <= 0 || length > bytes.limit() - at - GROUP_HEADER_BYTES || bytes.getLong(at + 4) != expected) {
                return false;
            }
            CRC32C crc = crc(salt, length, expected);
            crc.update(bytes.array(), at + GROUP_HEADER_BYTES, length);
            return bytes.getInt(at + 12) == (int) crc.getValue();
        }

        boolean isEmpty() {
            return groups == 0;
        }

        boolean isTorn() {
            return bytes.hasRemaining();
        }

        String name() {
            return name;
        }

        /** Opens the journal to write on after its last good group; a torn tail is cut off. */
        Journal appendTo(StoreFiles files) throws IOException {
            return new Journal(files.append(name, bytes.position()), salt, groups);
        }
    }

    /**
     * Reads a journal into a layer.
     *
     * @throws StoreDamage when it holds something that was never written or has lost something acknowledged
     */
    static Content read(StoreFiles files, long generation, Layer layer) throws IOException {
        String name = name(generation);
        ByteBuffer bytes = ByteBuffer.wrap(files.read(name));
        if (bytes.remaining() < HEADER_BYTES
                || bytes.getInt(HEADER_BYTES - 4) != crcOf(bytes.array(), 0, HEADER_BYTES - 4)
                || bytes.getLong() != MAGIC) {
            throw new StoreDamage(name + " does not begin with the header of a journal");
        }
        int version = bytes.getInt();
        if (version != VERSION) {
            throw new StoreDamage(name + " has version " + version + "; this program reads version " + VERSION);
        }
        if (bytes.getLong() != generation) {
            throw new StoreDamage(name + " is the journal of another generation");
        }
        long salt = bytes.getLong();
        bytes.position(HEADER_BYTES);
        return new Content(name, bytes, salt).readInto(layer);
    }

    private static int crc(long salt, int length, long number, List<byte[]> payload) {
        CRC32C crc = crc(salt, length, number);
        payload.forEach(crc::update);
        return (int) crc.getValue();
    }

    private static CRC32C crc(long salt, int length, long number) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(20)
                .putLong(salt)
                .putInt(length)
                .putLong(number)
                .flip());
        return crc;
    }

    private static int crcOf(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
