package org.openbits.internal.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;

/** What became of jobs, kept when they are gone. Safe for use by several threads. */
public interface History extends AutoCloseable {

    /**
     * Adds an entry; it is on disk when this returns, so it blocks. An entry that cannot be written is told to the log: no
     * job fails for it. Whoever appends before the job's record is removed, and again when a crash made that be repeated,
     * loses no entry, but may write one twice.
     */
    void append(HistoryEntry entry);

    /**
     * The newest entries, the newest first; fewer than asked for when they are very long together. Blocks.
     *
     * @param owner whose, or null for all
     */
    List<HistoryEntry> newest(int most, @Nullable String owner);

    /** Looks at every line and its hash. Blocks. */
    HistoryCheck check();

    @Override
    void close();
}
