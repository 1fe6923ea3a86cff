package org.openbits.spi;

import java.time.Duration;

/** What a failed transfer asks for. The protocol classifies; the queue decides. */
public sealed interface Severity {

    /** May work later: try again by the job's retry rule. */
    record Transient() implements Severity {}

    /** May work after this time, as the server said. */
    record RetryAfter(Duration delay) implements Severity {}

    /** May work when something happens: there is no point in trying before. */
    record WaitFor(Event event) implements Severity {}

    /** Will not work until somebody changes something. */
    record Fatal() implements Severity {}

    /** What a transfer can wait for. */
    enum Event {
        NETWORK,
        SPACE
    }

    Severity TRANSIENT = new Transient();
    Severity FATAL = new Fatal();
}
