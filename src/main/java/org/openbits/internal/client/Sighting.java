package org.openbits.internal.client;

import org.jspecify.annotations.Nullable;
import org.openbits.internal.home.PrivateDirectory;

/**
 * What was seen of a service from outside. No judgement: that is {@link Finding}.
 *
 * @param directory of the socket
 * @param knock what came of connecting
 * @param link the connection, when there was a hello; else null
 */
record Sighting(
        PrivateDirectory.Condition directory,
        Knock knock,
        @Nullable Link link) {

    /** What came of connecting to the socket. */
    enum Knock {
        /** Not tried, because of the directory. */
        NOT_TRIED,
        /** There is no socket. */
        NO_SOCKET,
        /** There is one and nobody listens: its service was killed. */
        REFUSED,
        /** Another user listens. */
        ANOTHER_USER,
        /** Accepted, and hung up without a greeting: it is leaving, or full. */
        HUNG_UP,
        /** Accepted, and no word in time. */
        SILENCE,
        /** Accepted, and what came was no hello. */
        GARBLED,
        /** A hello. */
        HELLO
    }

    static Sighting of(PrivateDirectory.Condition directory, Knock knock) {
        return new Sighting(directory, knock, null);
    }
}
