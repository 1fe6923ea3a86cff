package org.openbits.internal.transfer;

import java.io.IOException;
import java.nio.file.Path;
import org.openbits.internal.file.DiskSpace;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.spi.TransferException;

/** Makes room on a disk with some 54 MiB free and says what became of it. */
final class RoomMain {

    private static final long MIB = 1 << 20;

    private RoomMain() {}

    public static void main(String[] args) throws IOException {
        Path temporary = Path.of(args[0], "BIT00000000.tmp");
        long free;
        try (TemporaryFile file = TemporaryFile.create(temporary)) {
            free = DiskSpace.freeBytes(temporary);
            Room room = new Room(file, true, MIB);
            say("40 MiB", file, free, make(room, 40));
            say("40 MiB again, of the next answer", file, free, make(room, 40));
            say("45 MiB, of another version", file, free, make(room, 45));
            say("100 MiB", file, free, make(room, 100));
            make(room, 45);
        }
        try (TemporaryFile file = TemporaryFile.reopen(temporary)) {
            say("an earlier attempt's 45 MiB", file, free, make(new Room(file, true, MIB), 45));
            say("not all of it", file, free, make(new Room(file, false, MIB), 45));
            // The check of the free space was passed when another program took it.
            String verdict = "";
            try {
                file.reserve(100 * MIB);
            } catch (IOException e) {
                verdict = verdict(LocalFaults.verdict(e, temporary));
            }
            say("filled meanwhile", file, free, verdict);
        }
    }

    private static String make(Room room, long mib) throws IOException {
        try {
            room.make(mib * MIB);
            return "";
        } catch (TransferException e) {
            return verdict(e);
        }
    }

    private static String verdict(TransferException failure) {
        return failure.code().symbol() + " " + failure.severity() + ", ";
    }

    private static void say(String what, TemporaryFile file, long freeBefore, String verdict) throws IOException {
        long taken = freeBefore - DiskSpace.freeBytes(file.path());
        System.out.println(what + ": " + verdict + file.length() + " bytes, "
                + (taken < MIB ? "free" : taken >= file.length() ? "reserved" : taken + " taken"));
    }
}
