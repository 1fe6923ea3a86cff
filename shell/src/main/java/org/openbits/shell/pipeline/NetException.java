package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;

/** An exception that a script made by its .NET name. */
final class NetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String typeName;

    NetException(String typeName, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.typeName = typeName;
    }

    /** Its .NET name as the script wrote it. */
    String typeName() {
        return typeName;
    }
}
