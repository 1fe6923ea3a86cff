package org.openbits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a job is where it is, and what will move it.
 *
 * @param kind the class of reason, for programs
 * @param sentence one sentence for people
 * @param since when the job came into its state
 * @param nextTry how long until the service acts by itself, or null when it waits for an event or for nobody
 */
public record JobReason(
        Kind kind, String sentence, Instant since, @Nullable Duration nextTry) {

    /** What a job waits for. */
    public enum Kind {
        /** Bytes are moving, or a connection is being made. */
        WORKING,
        /** Its turn: all places for transfers are taken. */
        SLOT,
        /** The time of the next try after a transient error. */
        RETRY,
        /** A network connection. */
        NETWORK,
        /** Space on the destination's disk. */
        SPACE,
        /** A policy, such as a schedule or the cost of the network. */
        POLICY,
        /** The owner: Resume. */
        RESUME,
        /** The owner: Complete or Cancel. */
        COMPLETE,
        /** The owner: the error must be dealt with. */
        FIX,
        /** Nothing: the job has left the queue. */
        GONE
    }
}
