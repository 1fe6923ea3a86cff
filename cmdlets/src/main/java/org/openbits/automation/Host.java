package org.openbits.automation;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Where people are: a terminal, or the standard streams of a process. */
public interface Host {

    /** Whether somebody can be asked. */
    boolean isInteractive();

    /** The columns of the display. */
    int width();

    /** One line from the user, null at the end of input. */
    @Nullable
    String readLine(String prompt);

    /** One line that is not shown while it is typed, null at the end of input. */
    char @Nullable [] readSecret(String prompt);

    /** Where output goes. */
    PrintStream out();

    /** Where messages go. */
    PrintStream err();

    /** Whether colours may be used. */
    boolean hasColours();

    /** Paints, repaints or removes a progress bar, where there is a terminal to paint on; from the session's thread. */
    default void progress(ProgressRecord record) {}

    /** Elapsed nanoseconds from some moment on: how long a table has waited for rows that tell its widths. */
    default long nanoTime() {
        return System.nanoTime();
    }

    /**
     * Borrows the keyboard and the whole screen; null where there is none, or one that can only print lines.
     */
    default @Nullable Keys keys() {
        return null;
    }
}
