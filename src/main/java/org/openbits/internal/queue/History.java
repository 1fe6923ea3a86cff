package org.openbits.internal.queue;

import java.util.List;

/** What became of jobs, kept when they are gone. Safe for use by several threads. */
public interface History extends AutoCloseable {

    /**
     * Adds an entry; it is on disk when this returns, so it blocks. An entry that cannot be written is told to the log: no
     * job fails for it. Whoever appends before the job's record is removed, and again when a crash made that be repeated,
     * loses no entry, but may write one twice.
     */
    void append(HistoryEntry entry);

    /** The newest entries, the newest first. Blocks. */
    List<HistoryEntry> newest(int most);

    @Override
    void close();
}
