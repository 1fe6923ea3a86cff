package org.openbits.internal.service;

import org.openbits.internal.wire.Fields;

/** What a client can ask of the service itself, rather than of a queue. Called on threads of sessions. */
interface ServiceRequests {

    /** pid, version, uptime, jobs. */
    Fields status();

    /** Leaves soon, whatever goes on; jobs are kept. */
    void stop();

    /** Leaves soon if nothing goes on and the asking client is the only one; whether it does. */
    boolean retire();
}
