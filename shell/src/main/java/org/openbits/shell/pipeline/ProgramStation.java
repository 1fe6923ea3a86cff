package org.openbits.shell.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;

/**
 * A program in a pipeline: objects go in as lines, lines come out as texts. Two threads of its own read what the
 * program writes, so that neither side waits for the other; the lines are handed on by the pipeline's thread.
 */
final class ProgramStation extends Station {

    private static final Line END = new Line(null, false);

    private final Path program;
    private final List<String> words;
    private final boolean piped;
    private final boolean shown;
    private final LinkedBlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private int openReaders;
    private volatile @Nullable Process process;

    private record Line(@Nullable String text, boolean isError) {}

    ProgramStation(Engine engine, Path program, List<String> words, boolean piped, boolean shown) {
        super(engine);
        this.program = program;
        this.words = words;
        this.piped = piped;
        this.shown = shown;
    }

    @Override
    protected void onBegin() {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(engine.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(engine.environment());
        boolean terminal = engine.host().isInteractive();
        if (terminal && !piped) {
            builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
        }
        boolean ownOutput = terminal && shown;
        if (ownOutput) {
            engine.host().out().flush();
            builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        }
        boolean ownErrors = terminal && !engine.streams().isRedirected(Streams.ERROR);
        if (ownErrors) {
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        }
        Process started = start(builder);
        process = started;
        read(started.getInputStream(), false, ownOutput);
        read(started.getErrorStream(), true, ownErrors);
        if (!piped) {
            closeInput(started);
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw Failures.at(
                    null,
                    new RuntimeFailure("Program '" + program.getFileName() + "' failed to run: " + e.getMessage(), e),
                    "NativeCommandFailed",
                    ErrorCategory.ResourceUnavailable,
                    null);
        }
    }

    private void read(InputStream stream, boolean isError, boolean inherited) {
        if (inherited) {
            return;
        }
        openReaders++;
        Thread reader = new Thread(() -> copy(stream, isError), "program-" + (isError ? "errors" : "output"));
        reader.setDaemon(true);
        reader.start();
    }

    private void copy(InputStream stream, boolean isError) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(new Line(line, isError));
            }
        } catch (IOException closed) {
            // The program is gone; what it wrote until then is in the queue.
        } finally {
            lines.add(END);
        }
    }

    @Override
    protected void onProcess(@Nullable Object value) {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            OutputStream input = running.getOutputStream();
            input.write((Conversion.toText(value) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            if (lines.isEmpty()) {
                input.flush();
            }
        } catch (IOException closed) {
            // A program that has read enough closes its input; it is not an error to offer more.
        }
        for (Line line = lines.poll(); line != null; line = lines.poll()) {
            deliver(line);
        }
    }

    @Override
    protected void onNothing() {
        // A program without input runs by itself; its output is handed on at the end.
    }

    @Override
    protected void onEnd() {
        Process running = process;
        if (running == null) {
            return;
        }
        closeInput(running);
        drain(running);
        engine.checkStop();
    }

    private void drain(Process running) {
        try {
            while (openReaders > 0) {
                deliver(lines.take());
            }
            int code = running.waitFor();
            engine.scope().global().set("LASTEXITCODE", code);
            if (code != 0) {
                engine.succeeded(false);
                engine.errors().failedWith(code);
            }
        } catch (InterruptedException e) {
            running.destroy();
            Thread.currentThread().interrupt();
            throw new Signal.Stop();
        }
    }

    private void deliver(Line line) {
        if (line.text() == null) {
            openReaders--;
        } else if (!line.isError()) {
            emit(line.text());
        } else if (engine.streams().isRedirected(Streams.ERROR)) {
            engine.streams()
                    .write(
                            Streams.ERROR,
                            ErrorRecord.of(
                                    new RuntimeFailure(line.text()),
                                    "NativeCommandError",
                                    ErrorCategory.NotSpecified,
                                    line.text()));
        } else {
            engine.host().err().println(line.text());
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException closed) {
            // It was closed from the other side.
        }
    }

    @Override
    void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    @Override
    protected void onClose() {
        if (process != null && process.isAlive()) {
            process.destroy();
        }
    }
}
