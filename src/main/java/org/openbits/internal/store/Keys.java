package org.openbits.internal.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.openbits.JobId;

/**
 * The keys of the map, compared byte by byte without sign.
 *
 * <pre>
 * kind   1 byte: 'J' header, 'F' file, 'C' checkpoint
 * job    16 bytes
 * index  4 bytes, big-endian; not for headers
 * </pre>
 *
 * So all headers lie together, and the files of one job lie together in their order.
 */
final class Keys {

    private static final byte HEADER = 'J';
    private static final byte FILE = 'F';
    private static final byte CHECKPOINT = 'C';
    private static final int JOB_BYTES = 16;

    /** Keys from the first up to but without the second. */
    record Range(byte[] from, byte[] to) {}

    private Keys() {}

    static byte[] header(JobId job) {
        return ByteBuffer.allocate(1 + JOB_BYTES).put(HEADER).put(job(job)).array();
    }

    static byte[] file(JobId job, int index) {
        return indexed(FILE, job, index);
    }

    static byte[] checkpoint(JobId job, int index) {
        return indexed(CHECKPOINT, job, index);
    }

    /** The identity alone, as it stands inside the keys. */
    static byte[] job(JobId job) {
        return ByteBuffer.allocate(JOB_BYTES)
                .putLong(job.value().getMostSignificantBits())
                .putLong(job.value().getLeastSignificantBits())
                .array();
    }

    /** The identity inside a key. */
    static byte[] jobOf(byte[] key) {
        return Arrays.copyOfRange(key, 1, 1 + JOB_BYTES);
    }

    static Range everything() {
        return new Range(new byte[] {0}, new byte[] {(byte) 0xFF});
    }

    static Range headers() {
        return new Range(new byte[] {HEADER}, new byte[] {HEADER + 1});
    }

    static Range files(JobId job) {
        return prefixed(FILE, job(job));
    }

    /** Where the keys of one job are. */
    static List<Range> allOf(byte[] job) {
        return List.of(prefixed(HEADER, job), prefixed(FILE, job), prefixed(CHECKPOINT, job));
    }

    private static byte[] indexed(byte kind, JobId job, int index) {
        return ByteBuffer.allocate(1 + JOB_BYTES + Integer.BYTES)
                .put(kind)
                .put(job(job))
                .putInt(index)
                .array();
    }

    /** No key has an index of 0xFFFFFFFF, so a prefix with one byte more than an index can fill ends the range. */
    private static Range prefixed(byte kind, byte[] job) {
        byte[] from = ByteBuffer.allocate(1 + JOB_BYTES).put(kind).put(job).array();
        byte[] to = ByteBuffer.allocate(1 + JOB_BYTES + Integer.BYTES)
                .put(from)
                .putInt(-1)
                .array();
        return new Range(from, to);
    }
}
