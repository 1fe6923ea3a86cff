package org.openbits.internal.client;

import org.openbits.internal.home.PrivateDirectory.Condition;
import org.openbits.internal.wire.Hello;

/** The answers to "is the service there?". Decided before anything is done about it. */
enum Finding {
    /** It can be talked to. */
    FINE,
    /** None runs. */
    ABSENT,
    /** None runs; the last one was killed and left its socket. */
    STALE,
    /** One is about to end. */
    LEAVING,
    /** An older build that speaks our protocol: replace it when it is idle, else use it. */
    OLDER,
    /** An older build that we cannot talk to: replace it when it is idle, else give up. */
    TOO_OLD,
    /** A newer build that we cannot talk to. */
    TOO_NEW,
    /** The directory of the socket cannot be trusted. */
    UNSAFE_DIRECTORY,
    /** The socket is another user's. */
    NOT_OURS,
    /** Somebody listens and does not talk. */
    SILENT,
    /** Somebody listens who is no such service. */
    NO_SERVICE;

    /** Judges what was seen. */
    static Finding of(Sighting seen, Hello own) {
        if (seen.directory() != Condition.FINE && seen.directory() != Condition.MISSING) {
            return UNSAFE_DIRECTORY;
        }
        return switch (seen.knock()) {
            case NOT_TRIED, NO_SOCKET -> ABSENT;
            case REFUSED -> STALE;
            case ANOTHER_USER -> NOT_OURS;
            case HUNG_UP -> LEAVING;
            case SILENCE -> SILENT;
            case GARBLED -> NO_SERVICE;
            case HELLO ->
                seen.link() == null ? NO_SERVICE : compare(own, seen.link().service());
        };
    }

    private static Finding compare(Hello own, Hello service) {
        if (own.protocol() != service.protocol()) {
            return own.protocol() > service.protocol() ? TOO_OLD : TOO_NEW;
        }
        return own.build().isNewerThan(service.build()) ? OLDER : FINE;
    }
}
