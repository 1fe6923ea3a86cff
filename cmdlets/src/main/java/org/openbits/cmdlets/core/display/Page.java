package org.openbits.cmdlets.core.display;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Where lines go.
 *
 * @param width cells a line may take
 * @param lines takes one line after the other, without line ends
 * @param nanos elapsed time, as {@link System#nanoTime()} gives it
 */
record Page(int width, Consumer<String> lines, LongSupplier nanos) {

    void line(String text) {
        lines.accept(text);
    }
}
