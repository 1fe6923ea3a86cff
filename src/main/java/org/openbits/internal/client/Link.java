package org.openbits.internal.client;

import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.LineChannel;

/**
 * A connection to a service that said hello.
 *
 * @param lines read and written by the two threads of {@link Conversation} only
 * @param service what the service said of itself
 */
record Link(LineChannel lines, Hello service) implements AutoCloseable {

    @Override
    public void close() {
        lines.close();
    }
}
