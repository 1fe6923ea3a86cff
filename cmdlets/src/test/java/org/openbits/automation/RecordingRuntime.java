package org.openbits.automation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shell for tests: keeps everything a command says, answers questions from a list. */
public final class RecordingRuntime implements CommandRuntime, Host {

    public final List<Object> output = new ArrayList<>();
    public final List<ErrorRecord> errors = java.util.Collections.synchronizedList(new ArrayList<>());
    public final List<ErrorRecord> silentErrors = new ArrayList<>();
    public final List<String> warnings = new ArrayList<>();
    public final List<String> verbose = new ArrayList<>();
    public final List<ProgressRecord> progress = new CopyOnWriteArrayList<>();
    public final Map<String, Object> variables = new HashMap<>();
    public final Map<Class<?>, Object> services = new HashMap<>();
    public final Deque<String> answers = new ArrayDeque<>();
    public final List<String> prompts = new ArrayList<>();
    public boolean interactive;
    /** The terminal that commands may borrow; null for none. */
    public Keys keys;

    public Path directory = Path.of("/");
    public final CmdletRegistry registry = new CmdletRegistry();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream printer = new PrintStream(printed, true, StandardCharsets.UTF_8);

    /** Runs a command line without input. */
    public RecordingRuntime run(CmdletInfo info, Argument... arguments) {
        CmdletInvocation call = new CmdletInvocation(info, List.of(arguments), this);
        call.bind();
        call.begin();
        call.processNothing();
        call.end();
        return this;
    }

    /** Runs a command line with these input objects. */
    public RecordingRuntime pipe(CmdletInfo info, List<?> input, Argument... arguments) {
        CmdletInvocation call = new CmdletInvocation(info, List.of(arguments), this);
        call.bind();
        call.begin();
        input.forEach(call::process);
        call.end();
        return this;
    }

    /** Arguments from alternating words: {@code "-Name"} is a parameter, {@code "-Name:"} takes the next with a colon. */
    public static Argument[] line(Object... words) {
        List<Argument> arguments = new ArrayList<>();
        for (int index = 0; index < words.length; index++) {
            if (words[index] instanceof String && ((String) words[index]).matches("-[A-Za-z?]+:")) {
                String name = (String) words[index];
                arguments.add(Argument.named(name.substring(1, name.length() - 1), words[++index], index - 1));
            } else if (words[index] instanceof String && ((String) words[index]).matches("-[A-Za-z?]+")) {
                arguments.add(Argument.name(((String) words[index]).substring(1), index));
            } else {
                arguments.add(Argument.value(words[index], index));
            }
        }
        return arguments.toArray(Argument[]::new);
    }

    /** All that was printed to the host. */
    public String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(Object value) {
        output.add(value);
    }

    @Override
    public void writeError(ErrorRecord record) {
        errors.add(record);
    }

    @Override
    public void silentError(ErrorRecord record, boolean recorded) {
        silentErrors.add(record);
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void verbose(String message) {
        verbose.add(message);
    }

    @Override
    public void debug(String message) {}

    @Override
    public void information(Object message, boolean newline, ConsoleColor foreground, ConsoleColor background) {
        printer.println(Conversion.toText(message));
    }

    @Override
    public void progress(ProgressRecord record) {
        progress.add(record);
    }

    @Override
    public Object variable(String name) {
        return variables.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void setVariable(String name, Object value) {
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
    public Keys keys() {
        return keys;
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
        Object service = services.get(type);
        if (service == null) {
            throw new IllegalStateException("no " + type);
        }
        return type.cast(service);
    }

    @Override
    public CmdletRegistry commands() {
        return registry;
    }

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public int width() {
        return 120;
    }

    @Override
    public String readLine(String prompt) {
        prompts.add(prompt);
        return answers.poll();
    }

    @Override
    public char[] readSecret(String prompt) {
        prompts.add(prompt);
        String answer = answers.poll();
        return answer == null ? null : answer.toCharArray();
    }

    @Override
    public PrintStream out() {
        return printer;
    }

    @Override
    public PrintStream err() {
        return printer;
    }

    @Override
    public boolean hasColours() {
        return false;
    }
}
