package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a block for many objects at once, each in a session of its own; a shell that can do it offers this service. */
public interface ParallelBlocks {

    /** Begins; nothing runs yet. */
    Run begin(ScriptBlock block, int atOnce);

    /** Begins all of it in the background; gives the job. */
    Object job(ScriptBlock block, List<@Nullable Object> items, int atOnce);

    /** The runs of one block. What they write is handed on by the caller's thread, as it comes. */
    interface Run {

        /** Begins the run for an object, after waiting for a free place. */
        void feed(@Nullable Object item, CommandRuntime out);

        /** Waits for all; false when that took longer than the seconds, those that still ran are stopped then. */
        boolean finish(CommandRuntime out, int seconds);

        /** Stops all; from any thread. */
        void stop();
    }
}
