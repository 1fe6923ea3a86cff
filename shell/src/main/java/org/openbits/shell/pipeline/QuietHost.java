package org.openbits.shell.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Host;

/** Nobody is there to be asked; what would be printed is handed on, once for each flush. */
final class QuietHost implements Host {

    private final int width;
    private final PrintStream stream;

    QuietHost(int width, Consumer<String> printed) {
        this.width = width;
        this.stream = new PrintStream(new Lines(printed), true, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public @Nullable String readLine(String prompt) {
        return null;
    }

    @Override
    public char @Nullable [] readSecret(String prompt) {
        return null;
    }

    @Override
    public PrintStream out() {
        return stream;
    }

    @Override
    public PrintStream err() {
        return stream;
    }

    @Override
    public boolean hasColours() {
        return false;
    }

    private static final class Lines extends ByteArrayOutputStream {

        private final Consumer<String> printed;

        Lines(Consumer<String> printed) {
            this.printed = printed;
        }

        @Override
        public void flush() {
            String text = toString(StandardCharsets.UTF_8);
            reset();
            if (!text.isEmpty()) {
                printed.accept(text);
            }
        }
    }
}
