package org.openbits.shell.pipeline;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ConsoleColor;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Host;

/** Shows what reaches the end of the streams 2 to 6: messages on the error output, Write-Host's on the output. */
final class MessageDisplay implements Sink {

    private static final String RESET = "\u001b[0m";

    private final Host host;

    MessageDisplay(Host host) {
        this.host = host;
    }

    @Override
    public void write(@Nullable Object record) {
        if (record instanceof ErrorRecord error) {
            String text = host.isInteractive() ? ErrorView.of(error, host.width()) : ErrorView.of(error);
            line(host.err(), ConsoleColor.Red, text);
        } else if (record instanceof Streams.Message message) {
            show(message);
        } else {
            host.err().println(record);
        }
    }

    private void show(Streams.Message message) {
        switch (message.stream()) {
            case Streams.WARNING -> line(host.err(), ConsoleColor.Yellow, "WARNING: " + message.text());
            case Streams.VERBOSE -> line(host.err(), ConsoleColor.Yellow, "VERBOSE: " + message.text());
            case Streams.DEBUG -> line(host.err(), ConsoleColor.Yellow, "DEBUG: " + message.text());
            default -> information(message);
        }
    }

    private void information(Streams.Message message) {
        host.out().print(coloured(message.text(), message.foreground(), message.background()));
        if (message.newline()) {
            host.out().println();
        }
        host.out().flush();
    }

    private void line(PrintStream stream, ConsoleColor colour, String text) {
        host.out().flush();
        stream.println(coloured(text, colour, null));
        stream.flush();
    }

    private String coloured(String text, @Nullable ConsoleColor foreground, @Nullable ConsoleColor background) {
        if (!host.hasColours() || foreground == null && background == null) {
            return text;
        }
        String codes = (foreground == null ? "" : "\u001b[" + code(foreground, 30) + "m")
                + (background == null ? "" : "\u001b[" + code(background, 40) + "m");
        return codes + text + RESET;
    }

    /** The terminal's number of a colour: the console counts blue before green and red, the terminal the other way. */
    private static int code(ConsoleColor colour, int base) {
        int number = colour.ordinal();
        int swapped = number & 2 | (number & 1) << 2 | (number & 4) >> 2;
        return number >= 8 ? base + 60 + swapped : base + swapped;
    }
}
