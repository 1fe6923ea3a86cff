package org.openbits.internal.transfer;

import java.io.IOException;
import org.openbits.internal.file.DiskSpace;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.spi.TransferException;

/** The space that a file takes on the disk, made before its first byte. Confined to the thread that downloads. */
final class Room {

    /** A file below it is there as soon as its length is known to be too much. */
    private static final long LEAST_BYTES = 1 << 20;
    /** From here on the blocks are set aside, too: a disk as fast as they come writes no less in the time that this takes. */
    private static final long RESERVED_BYTES = 256 << 20;

    private final TemporaryFile file;
    private final boolean isForAll;
    private final long reservedBytes;
    /** What was made; -1 when nothing is known of the file. */
    private long made = -1;

    /** @param isForAll whether every byte of the file is going to come; else it keeps its holes */
    Room(TemporaryFile file, boolean isForAll) {
        this(file, isForAll, RESERVED_BYTES);
    }

    /** @param reservedBytes the smallest file whose blocks are set aside */
    Room(TemporaryFile file, boolean isForAll, long reservedBytes) {
        this.file = file;
        this.isForAll = isForAll;
        this.reservedBytes = reservedBytes;
    }

    /** For a file of which nothing is held. Several answers may come before the first byte: each may be of another length. */
    void make(long bytes) throws TransferException, IOException {
        if (made == bytes) {
            return;
        }
        giveBack();
        long free = DiskSpace.freeBytes(file.path());
        if (free < bytes) {
            throw LocalFaults.noSpace(
                    "The disk of " + file.path() + " has " + free + " bytes free; the file needs " + bytes
                            + ": free some; the transfer then goes on",
                    null);
        }
        if (bytes >= reservedBytes && isForAll) {
            file.reserve(bytes);
        } else if (bytes > LEAST_BYTES) {
            file.setLength(bytes);
        }
        made = bytes;
    }

    /** Of the file nothing is wanted any more. */
    void giveBack() throws IOException {
        made = -1;
        file.setLength(0);
    }
}
