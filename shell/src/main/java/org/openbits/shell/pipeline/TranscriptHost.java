package org.openbits.shell.pipeline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Host;
import org.openbits.automation.Keys;
import org.openbits.automation.ProgressRecord;

/** The people, and while a transcript is kept also the file that takes all they are shown. */
final class TranscriptHost implements Host {

    private final Host people;
    private @Nullable OutputStream file;
    private @Nullable PrintStream out;
    private @Nullable PrintStream err;

    TranscriptHost(Host people) {
        this.people = people;
    }

    /** Begins a transcript. */
    void start(Path path, boolean append) throws IOException {
        OutputStream opened = append
                ? Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                : Files.newOutputStream(path);
        file = opened;
        out = tee(people.out(), opened);
        err = tee(people.err(), opened);
    }

    /** Ends it; false when none was kept. */
    boolean stop() throws IOException {
        OutputStream open = file;
        file = null;
        out = null;
        err = null;
        if (open != null) {
            open.close();
        }
        return open != null;
    }

    boolean isKept() {
        return file != null;
    }

    /** Writes into the file alone. */
    void note(String text) throws IOException {
        if (file != null) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static PrintStream tee(PrintStream shown, OutputStream kept) {
        OutputStream both = new FilterOutputStream(shown) {
            @Override
            public void write(int octet) throws IOException {
                shown.write(octet);
                kept.write(octet);
            }

            @Override
            public void write(byte[] octets, int from, int count) throws IOException {
                shown.write(octets, from, count);
                kept.write(octets, from, count);
            }
        };
        return new PrintStream(both, true, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isInteractive() {
        return people.isInteractive();
    }

    @Override
    public int width() {
        return people.width();
    }

    @Override
    public @Nullable String readLine(String prompt) {
        return people.readLine(prompt);
    }

    @Override
    public char @Nullable [] readSecret(String prompt) {
        return people.readSecret(prompt);
    }

    @Override
    public @Nullable Keys keys() {
        return people.keys();
    }

    @Override
    public PrintStream out() {
        PrintStream teed = out;
        return teed == null ? people.out() : teed;
    }

    @Override
    public PrintStream err() {
        PrintStream teed = err;
        return teed == null ? people.err() : teed;
    }

    @Override
    public boolean hasColours() {
        return people.hasColours();
    }

    @Override
    public void progress(ProgressRecord record) {
        people.progress(record);
    }
}
