package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;

/** Where the objects go that a line or script leaves at its end. */
public interface OutputSink {

    /** Takes one object. */
    void write(@Nullable Object value);

    /** The line or script is over: shows what is held back. */
    default void close() {}
}
