package org.openbits.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one directory. Every step of a commit, a checkpoint and a creation that a crash can cut passes through
 * here, so that a test can cut it.
 *
 * <p>Nothing is durable before its force: bytes by {@link Output#force}, names by {@link #forceDirectory}.
 */
interface StoreFiles {

    /** The names of all files, in no order. */
    List<String> list() throws IOException;

    /** The whole content. */
    byte[] read(String name) throws IOException;

    /** Makes a file, emptying one of that name; readable by its owner only. */
    Output create(String name) throws IOException;

    /** Opens a file to write on after its first {@code length} bytes; what comes after them is cut off, and that forced. */
    Output append(String name, long length) throws IOException;

    /** Forces what another writer put into a file. */
    void force(String name) throws IOException;

    /** Gives a file another name, atomically; it takes the place of one that had it. */
    void rename(String from, String to) throws IOException;

    /** Removes a file that may be there. */
    void delete(String name) throws IOException;

    /** Makes names made, changed and removed durable. */
    void forceDirectory() throws IOException;

    /** Where MapDB finds the file. */
    Path path(String name);

    /** Makes a file that is there whole or not at all: temporary name, force, rename, force of the directory. */
    default void publish(String name, byte[] content) throws IOException {
        String temporary = name + TEMPORARY;
        try (Output out = create(temporary)) {
            out.write(ByteBuffer.wrap(content));
            out.force();
        }
        rename(temporary, name);
        forceDirectory();
    }

    /** The end of a name that means nothing yet; such files are left from a crash and may be removed. */
    String TEMPORARY = ".tmp";

    /** A file open for writing at its end. */
    interface Output extends Closeable {

        /** Writes all that remains in the buffer. */
        void write(ByteBuffer bytes) throws IOException;

        /** Returns when all that was written would outlive a loss of power. */
        void force() throws IOException;
    }
}
