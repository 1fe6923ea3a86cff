package org.openbits.cmdlets.core;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.openbits.automation.CommandRuntime;
import org.openbits.cmdlets.core.display.Display;

/** The displays of a session: one column narrower than the console, so that no line wraps by itself. */
final class Displays {

    private Displays() {}

    /** A display on the console. */
    static Display onHost(CommandRuntime runtime) {
        // Asked for at each line: a transcript may begin or end in between.
        return new Display(
                runtime.host().width() - 1,
                line -> {
                    PrintStream out = runtime.host().out();
                    out.println(line);
                    out.flush();
                },
                runtime.host()::nanoTime);
    }

    /**
     * A display into text.
     *
     * @param width cells a line may take, 0 for the console's
     */
    static Display into(CommandRuntime runtime, int width, Consumer<String> lines) {
        return new Display(width > 0 ? width : runtime.host().width() - 1, lines, runtime.host()::nanoTime);
    }
}
