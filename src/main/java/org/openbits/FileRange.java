package org.openbits;

/**
 * A part of a remote file (BG_FILE_RANGE).
 *
 * @param offset the first byte, counted from 0
 * @param length how many bytes, or {@link #TO_EOF}
 */
public record FileRange(long offset, long length) {

    /** BG_LENGTH_TO_EOF: up to the end of the file, 2^64-1. */
    public static final long TO_EOF = -1L;

    public FileRange {
        if (offset < 0 || length == 0 || length < TO_EOF) {
            throw new BitsException(
                    ErrorCode.BG_E_INVALID_RANGE,
                    "A range starts at 0 or later and has at least one byte; got offset " + offset + ", length "
                            + length);
        }
    }
}
