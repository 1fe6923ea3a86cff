package org.openbits.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Gives a file owner, group and mode of another, each as far as this process may. */
final class OriginAccess {

    private interface Step {
        void take() throws IOException;
    }

    private OriginAccess() {}

    /** What could not be taken, one sentence each; the file keeps what it had there. */
    static List<String> take(AccessOrigin origin, Path file, Path destination) {
        List<String> notes = new ArrayList<>();
        PosixFileAttributeView view = DefaultMode.view(file);
        try {
            PosixFileAttributes of = Files.readAttributes(origin.file(), PosixFileAttributes.class);
            if (view == null) {
                throw new UnsupportedOperationException();
            }
            // The mode last, and for the old owner still: a change of owner or group takes bits of the mode away.
            step(origin.group(), "group " + of.group().getName(), destination, notes, () -> view.setGroup(of.group()));
            boolean mayRead = notes.isEmpty();
            step(origin.mode() && mayRead, "mode", destination, notes, () -> view.setPermissions(of.permissions()));
            if (origin.mode() && !mayRead) {
                notes.add(destination + " did not take the mode of " + origin.file()
                        + ": it would give rights to another group");
            }
            step(origin.owner(), "owner " + of.owner().getName(), destination, notes, () -> view.setOwner(of.owner()));
        } catch (IOException | UnsupportedOperationException e) {
            notes.add(destination + " did not take owner, group and mode of " + origin.file()
                    + ": it has none that can be read here");
        }
        return notes;
    }

    private static void step(boolean wanted, String what, Path destination, List<String> notes, Step step) {
        if (!wanted) {
            return;
        }
        try {
            step.take();
        } catch (IOException e) {
            notes.add(destination + " did not take the " + what + ": this account may not give it ("
                    + e.getClass().getSimpleName() + ")");
        }
    }
}
