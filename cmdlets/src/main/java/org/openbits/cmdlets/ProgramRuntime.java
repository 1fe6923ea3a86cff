package org.openbits.cmdlets;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ConsoleColor;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Host;
import org.openbits.automation.ProgressRecord;

/**
 * The world of a command that a Java program calls: collects output, throws the first error, shows no progress and asks
 * nobody. Messages go to the standard streams.
 */
final class ProgramRuntime implements CommandRuntime, Host {

    private final JobAccess jobs;
    private final CmdletRegistry commands;
    private final List<@Nullable Object> output = new ArrayList<>();
    private final Map<String, @Nullable Object> variables = new HashMap<>();
    private Path directory = Path.of("").toAbsolutePath();

    ProgramRuntime(JobAccess jobs, CmdletRegistry commands) {
        this.jobs = jobs;
        this.commands = commands;
    }

    List<@Nullable Object> output() {
        return output;
    }

    @Override
    public void write(@Nullable Object value) {
        output.add(value);
    }

    /** A program wants to know: an error that nobody silenced ends the call. */
    @Override
    public void writeError(ErrorRecord record) {
        Object preference = variables.get("erroractionpreference");
        if (preference == null) {
            throw new CmdletException(record);
        }
        err().println(record.message());
    }

    @Override
    public void silentError(ErrorRecord record, boolean recorded) {}

    @Override
    public void warn(String message) {
        err().println("WARNING: " + message);
    }

    @Override
    public void verbose(String message) {
        err().println("VERBOSE: " + message);
    }

    @Override
    public void debug(String message) {
        err().println("DEBUG: " + message);
    }

    @Override
    public void information(
            @Nullable Object message,
            boolean newline,
            @Nullable ConsoleColor foreground,
            @Nullable ConsoleColor background) {
        out().print(Conversion.toText(message) + (newline ? System.lineSeparator() : ""));
    }

    @Override
    public void progress(ProgressRecord record) {}

    @Override
    public @Nullable Object variable(String name) {
        return variables.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void setVariable(String name, @Nullable Object value) {
        variables.put(name.toLowerCase(Locale.ROOT), value);
    }

    @Override
    public Path currentDirectory() {
        return directory;
    }

    @Override
    public void setCurrentDirectory(Path next) {
        directory = next;
    }

    @Override
    public Host host() {
        return this;
    }

    @Override
    public boolean isStopping() {
        return false;
    }

    @Override
    public <T> T service(Class<T> type) {
        if (type == JobAccess.class) {
            return type.cast(jobs);
        }
        throw new IllegalStateException("A command called from a program has no " + type.getSimpleName());
    }

    @Override
    public CmdletRegistry commands() {
        return commands;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public int width() {
        return 120;
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
        return System.out;
    }

    @Override
    public PrintStream err() {
        return System.err;
    }

    @Override
    public boolean hasColours() {
        return false;
    }
}
