package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.StreamRecord;

/**
 * Where errors (2), warnings (3), verbose (4), debug (5) and information messages (6) go. Immutable: a redirection
 * makes another one for the command it belongs to and for all that this command runs.
 */
final class Streams {

    static final int OUTPUT = 1;
    static final int ERROR = 2;
    static final int WARNING = 3;
    static final int VERBOSE = 4;
    static final int DEBUG = 5;
    static final int INFORMATION = 6;

    private final Sink display;
    private final @Nullable Sink[] sinks;

    /** All streams on one display, which tells them apart by the class of what it is given. */
    Streams(Sink display) {
        this(display, new Sink[INFORMATION + 1]);
    }

    private Streams(Sink display, @Nullable Sink[] sinks) {
        this.display = display;
        this.sinks = sinks;
    }

    /** The same with one stream turned elsewhere; null for the display. */
    Streams with(int stream, @Nullable Sink sink) {
        @Nullable Sink[] copy = sinks.clone();
        copy[stream] = sink;
        return new Streams(display, copy);
    }

    void write(int stream, Object record) {
        Sink sink = sinks[stream];
        (sink == null ? display : sink).write(record);
    }

    boolean isRedirected(int stream) {
        return sinks[stream] != null;
    }

    /** A message of streams 3 to 6, as it goes through a redirection. */
    record Message(
            int stream,
            String text,
            boolean newline,
            org.openbits.automation.@Nullable ConsoleColor foreground,
            org.openbits.automation.@Nullable ConsoleColor background,
            @Nullable StreamRecord told) {

        Message(
                int stream,
                String text,
                boolean newline,
                org.openbits.automation.@Nullable ConsoleColor foreground,
                org.openbits.automation.@Nullable ConsoleColor background) {
            this(stream, text, newline, foreground, background, null);
        }

        /** What it is among objects. */
        StreamRecord record() {
            if (told != null) {
                return told;
            }
            String kind = switch (stream) {
                case WARNING -> "Warning";
                case VERBOSE -> "Verbose";
                case DEBUG -> "Debug";
                default -> "Information";
            };
            return new StreamRecord(kind, text);
        }

        static Message of(int stream, String text) {
            return new Message(stream, text, true, null, null);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
