package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;

/** Takes objects one by one. */
@FunctionalInterface
interface Sink {

    void write(@Nullable Object value);
}
