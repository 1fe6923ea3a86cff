package org.openbits.internal.service;

import org.jspecify.annotations.Nullable;
import org.openbits.internal.channel.JobChannel;

/** A queue at work, with all it is made of; what {@link Composition} builds. */
interface Engine extends AutoCloseable {

    /** The queue as this process's user sees it. */
    JobChannel channel();

    /** Whether nothing goes on and nothing will by itself. */
    boolean isIdle();

    /** Whether it could save nothing any more, and could again if it were opened anew. Blocks. */
    boolean needsReopening();

    /** Jobs in the queue. */
    int jobs();

    /** What the user must know, such as that the store could not be read; or null. */
    @Nullable
    String warning();

    /** Stops the transfers, saves what they have, lets go of the home. Blocks. */
    @Override
    void close();
}
