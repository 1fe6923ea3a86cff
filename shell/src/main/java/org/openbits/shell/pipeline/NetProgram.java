package org.openbits.shell.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;

/** .NET's Process, of a program that a script starts. Public because scripts call it by name. */
public final class NetProgram implements EventSource {

    private final Engine engine;
    private ProgramTypes.Order order = new ProgramTypes.Order();
    private final List<Consumer<CustomObject>> exited = new CopyOnWriteArrayList<>();
    private @Nullable Process process;
    private @Nullable NetReader output;
    private @Nullable NetReader error;

    NetProgram(Engine engine) {
        this.engine = engine;
    }

    public ProgramTypes.Order getStartInfo() {
        return order;
    }

    public void setStartInfo(ProgramTypes.Order value) {
        order = value;
    }

    public boolean start() {
        ProcessBuilder builder = new ProcessBuilder(order.words());
        String place = order.getWorkingDirectory();
        builder.directory(engine.directory().resolve(place).toFile());
        builder.environment().clear();
        builder.environment().putAll(engine.environment());
        order.getEnvironment()
                .forEach((name, value) -> builder.environment().put(Conversion.toText(name), Conversion.toText(value)));
        builder.redirectOutput(kept(order.getRedirectStandardOutput()));
        builder.redirectError(kept(order.getRedirectStandardError()));
        builder.redirectInput(kept(order.getRedirectStandardInput()));
        try {
            Process begun = builder.start();
            process = begun;
            begun.onExit().thenRun(() -> exited.forEach(each -> each.accept(new CustomObject("System.EventArgs"))));
            return true;
        } catch (IOException failure) {
            throw new NetException(
                    "System.ComponentModel.Win32Exception",
                    "An error occurred trying to start process '" + order.getFileName() + "' with working directory '"
                            + builder.directory() + "'. No such file or directory",
                    failure);
        }
    }

    @Override
    public @Nullable Runnable listen(String event, Consumer<CustomObject> listener) {
        if (!event.equalsIgnoreCase("Exited")) {
            return null;
        }
        exited.add(listener);
        return () -> exited.remove(listener);
    }

    /** The event is raised in any case. */
    public void setEnableRaisingEvents(boolean ignored) {}

    private static ProcessBuilder.Redirect kept(boolean redirected) {
        return redirected ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT;
    }

    private Process started() {
        if (process == null) {
            throw new IllegalStateException("No process is associated with this object.");
        }
        return process;
    }

    public NetReader getStandardOutput() {
        if (output == null) {
            output = reader(started().getInputStream());
        }
        return Objects.requireNonNull(output);
    }

    public NetReader getStandardError() {
        if (error == null) {
            error = reader(started().getErrorStream());
        }
        return Objects.requireNonNull(error);
    }

    public NetWriter getStandardInput() {
        return NetWriter.into(new NetStream(null, started().getOutputStream(), -1), TextEncoding.usual());
    }

    private static NetReader reader(InputStream stream) {
        NetStream output = new NetStream(stream, null, -1);
        BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        return new NetReader(text, output, TextEncoding.usual());
    }

    public void waitForExit() {
        Process running = started();
        engine.stoppable(running::destroy, () -> running.onExit().join());
    }

    /** False when the milliseconds were over first. */
    public boolean waitForExit(int milliseconds) {
        try {
            return started().waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Signal.Stop();
        }
    }

    public boolean getHasExited() {
        return !started().isAlive();
    }

    public int getExitCode() {
        if (started().isAlive()) {
            throw new IllegalStateException("Process must exit before requested information can be determined.");
        }
        return started().exitValue();
    }

    public long getId() {
        return started().pid();
    }

    public String getProcessName() {
        return order.getFileName().replaceFirst(".*[/\\\\]", "");
    }

    public void kill() {
        started().destroyForcibly();
    }

    /** With what it started. */
    public void kill(boolean wholeTree) {
        if (wholeTree) {
            started().descendants().forEach(ProcessHandle::destroyForcibly);
        }
        kill();
    }

    public void refresh() {}

    public void close() {}

    public void dispose() {}
}
