package org.openbits.internal.smb;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection of its own with one share, for one account. It is never opened again: file ids die with it, and so does
 * every promise about what they name. {@link #disconnect()} may come from any thread and ends the requests that wait.
 */
interface Share {

    /** An open file, by its number at the server, and what it was when it was opened. */
    record Opened(byte[] file, Facts facts) {}

    /** A file opened for reading, while others may read, write, rename and delete it. */
    Opened open(String path) throws IOException;

    Facts facts(byte[] file) throws IOException;

    /**
     * Reads into {@code room(which)}, from its start.
     *
     * @return how many bytes came, at least 1, or -1 when the file ends before {@code offset}
     */
    int read(byte[] file, long offset, long most, int which) throws IOException;

    /** One of two rooms: from one is given out while the other fills. Used by whoever holds this share. */
    byte[] room(int which);

    /**
     * A file opened for writing and renaming, while others may do what they like.
     *
     * @param create whether to make it when it is missing
     * @return null when it is missing
     */
    byte @Nullable [] openForWriting(String path, boolean create) throws IOException;

    /**
     * Writes all of it. Several threads may: their requests are on the way together where the dialect has it.
     *
     * @param from not changed before this returns
     */
    void write(byte[] file, long offset, byte[] from, int start, int count) throws IOException;

    /** Forces what was written to the server's disk. */
    void flush(byte[] file) throws IOException;

    /** Sets the time at which the file was last written, as its reader will see it. */
    void setLastWrite(byte[] file, Instant time) throws IOException;

    /** Gives an open file its name in its directory, in place of any file of that name, in one step. */
    void rename(byte[] file, String path) throws IOException;

    /** Deletes a file that may be missing. */
    void delete(String path) throws IOException;

    void close(byte[] file) throws IOException;

    /** The names of the files of a directory that match, by the server's {@code *} and {@code ?}; no hidden ones. */
    List<String> list(String directory, String pattern) throws IOException;

    boolean isUsable();

    /** Breaks the connection at once. */
    void disconnect();
}
