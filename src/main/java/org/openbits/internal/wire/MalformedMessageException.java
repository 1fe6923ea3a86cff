package org.openbits.internal.wire;

import java.io.IOException;

/** A line that is no message; the connection it came over cannot be trusted any more. Never quotes the line. */
public final class MalformedMessageException extends IOException {

    private static final long serialVersionUID = 1;

    public MalformedMessageException(String message) {
        super(message);
    }
}
