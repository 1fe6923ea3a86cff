package org.openbits.cmdlets;

import java.time.Duration;

/**
 * How patient the commands that wait are.
 *
 * @param firstByte from the first transient error to giving up, when not one byte ever came
 * @param progress without progress after a transient error, when some bytes came
 * @param poll between two looks at a job that sends no events
 */
public record WaitPolicy(Duration firstByte, Duration progress, Duration poll) {

    /** A minute, ten minutes, a second. */
    public static final WaitPolicy DEFAULT =
            new WaitPolicy(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(1));
}
