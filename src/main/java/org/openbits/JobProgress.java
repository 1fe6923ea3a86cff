package org.openbits;

/**
 * How far a job is (BG_JOB_PROGRESS).
 *
 * @param bytesTotal the size of all files, or {@link #SIZE_UNKNOWN} while the size of one of them is unknown
 * @param bytesTransferred bytes moved so far
 * @param filesTotal files in the job
 * @param filesTransferred files moved whole
 */
public record JobProgress(long bytesTotal, long bytesTransferred, int filesTotal, int filesTransferred) {

    /** BG_SIZE_UNKNOWN: 2^64-1, printed by {@link Long#toUnsignedString(long)} as 18446744073709551615. */
    public static final long SIZE_UNKNOWN = -1L;

    /** The share moved, 0 to 1, or -1 when it cannot be computed. */
    public double fraction() {
        if (bytesTotal == SIZE_UNKNOWN) {
            return -1;
        }
        if (bytesTotal == 0) {
            return filesTotal > 0 && filesTransferred == filesTotal ? 1 : -1;
        }
        return (double) bytesTransferred / bytesTotal;
    }
}
