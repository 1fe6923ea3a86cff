package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.Host;
import org.openbits.automation.ScriptBlock;

/**
 * A running shell without its face: commands, variables, preferences, the current directory and the way the last text
 * ended. Confined to one thread; {@link #stop} may come from any.
 */
public final class ShellSession {

    private final CmdletRegistry commands;
    private final Host host;

    /** A session with these commands, before these people. */
    public ShellSession(CmdletRegistry commands, Host host) {
        this.commands = commands;
        this.host = host;
    }

    /**
     * Runs a text and shows what it leaves. Errors are shown, not thrown.
     *
     * @param name what error messages call it, such as {@code line} or a file name
     * @return the exit code that a process would end with now; 0 for success
     * @throws org.openbits.shell.language.SyntaxError when the text is not in the language; nothing has run then
     */
    public int run(String text, String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs a script file as {@code ./script.ps1 args} would, in a scope of its own.
     *
     * @return the exit code of the script
     */
    public int runFile(Path file, List<String> args) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs a text and gives what it leaves, instead of showing it.
     *
     * @throws org.openbits.automation.CmdletException when it ends by a terminating error
     */
    public List<@Nullable Object> evaluate(String text, String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Calls one command (alias, function, cmdlet or program) with evaluated arguments.
     *
     * @param input what is piped into it, or null when it stands first
     * @return everything it writes
     * @throws org.openbits.automation.CmdletException when it ends by a terminating error
     */
    public List<@Nullable Object> call(String command, List<Argument> arguments, @Nullable Iterable<?> input) {
        throw new UnsupportedOperationException();
    }

    /** Makes a block of a text, without braces, that runs in this session. */
    public ScriptBlock block(String text) {
        throw new UnsupportedOperationException();
    }

    /** Asks what runs to end soon; from any thread. */
    public void stop() {
        throw new UnsupportedOperationException();
    }

    /** The global variables: one map with every language of the session; case of names does not matter. */
    public Map<String, @Nullable Object> variables() {
        throw new UnsupportedOperationException();
    }

    /** Sends what texts leave to a sink; null brings back the display ({@code Out-Default}). */
    public void output(@Nullable OutputSink sink) {
        throw new UnsupportedOperationException();
    }

    /** Offers a service to cmdlets; it is made on first use. */
    public <T> void provide(Class<T> type, Supplier<? extends T> service) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@code exit} was called: the shell shall end with {@link #exitCode}. */
    public boolean isExiting() {
        throw new UnsupportedOperationException();
    }

    /** The code of the last {@code exit}, else of the last text that ran. */
    public int exitCode() {
        throw new UnsupportedOperationException();
    }

    /** Counts only terminating errors in exit codes, as PowerShell does. */
    public void lenient(boolean lenient) {
        throw new UnsupportedOperationException();
    }

    /** What {@code $?} is: whether the last statement went without an error. */
    public boolean lastSucceeded() {
        throw new UnsupportedOperationException();
    }

    /** The names of the functions that scripts defined. */
    public List<String> functions() {
        throw new UnsupportedOperationException();
    }

    public CmdletRegistry commands() {
        return commands;
    }

    public Host host() {
        return host;
    }

    /** The current location. */
    public Path currentDirectory() {
        throw new UnsupportedOperationException();
    }

    /** Changes the current location. */
    public void setCurrentDirectory(Path directory) {
        throw new UnsupportedOperationException();
    }
}
