package org.openbits.shell.pipeline;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code [Console]::Out} and {@code [Console]::Error}. Public because scripts call it by name. */
public final class ConsoleStream {

    private final PrintStream stream;

    ConsoleStream(PrintStream stream) {
        this.stream = stream;
    }

    public void writeLine(@Nullable Object value) {
        stream.println(Conversion.toText(value));
        stream.flush();
    }

    public void write(@Nullable Object value) {
        stream.print(Conversion.toText(value));
        stream.flush();
    }

    public void flush() {
        stream.flush();
    }
}
