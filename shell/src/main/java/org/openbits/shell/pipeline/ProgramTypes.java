package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Conversion;

/** {@code [System.Diagnostics.Process]} and what it is told to start. */
record ProgramTypes(Engine engine, String key) implements Statics {

    private static final Pattern WORD = Pattern.compile("\"((?:\\\\\"|[^\"])*)\"|(\\S+)");

    @Override
    public @Nullable Object create(List<@Nullable Object> arguments) {
        if (key.equals("process")) {
            return new NetProgram(engine);
        }
        return order(arguments);
    }

    private static Order order(List<@Nullable Object> arguments) {
        Order order = new Order();
        if (!arguments.isEmpty()) {
            order.setFileName(StaticTypes.text(arguments, 0));
        }
        if (arguments.size() > 1) {
            order.setArguments(StaticTypes.text(arguments, 1));
        }
        return order;
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "start" -> {
                NetProgram program = new NetProgram(engine);
                program.setStartInfo(arguments.get(0) instanceof Order order ? order : order(arguments));
                program.start();
                yield program;
            }
            case "getcurrentprocess" ->
                first(Argument.named("Id", ProcessHandle.current().pid(), -1));
            case "getprocessbyid" -> first(Argument.named("Id", arguments.get(0), -1));
            case "getprocessesbyname" ->
                Calls.call(
                        engine,
                        "Get-Process",
                        List.of(
                                Argument.named("Name", arguments.get(0), -1),
                                Argument.named("ErrorAction", "Ignore", -1)),
                        null);
            case "getprocesses" -> Calls.call(engine, "Get-Process", List.of(), null);
            default -> MISSING;
        };
    }

    private @Nullable Object first(Argument chosen) {
        return Calls.call(engine, "Get-Process", List.of(chosen), null).get(0);
    }

    /** .NET's ProcessStartInfo. Public because scripts call it by name. */
    public static final class Order {

        private String fileName = "";
        private String arguments = "";
        private String workingDirectory = "";
        private final List<Object> argumentList = new ArrayList<>();
        private final Map<Object, @Nullable Object> environment = new org.openbits.automation.HashTable();
        private boolean redirectStandardOutput;
        private boolean redirectStandardError;
        private boolean redirectStandardInput;

        /** The program and its arguments. */
        List<String> words() {
            List<String> words = new ArrayList<>(List.of(fileName));
            Matcher matcher = WORD.matcher(arguments);
            while (matcher.find()) {
                String quoted = matcher.group(1);
                words.add(quoted == null ? matcher.group(2) : quoted.replace("\\\"", "\""));
            }
            argumentList.forEach(each -> words.add(Conversion.toText(each)));
            return words;
        }

        public String getFileName() {
            return fileName;
        }

        public void setFileName(String value) {
            fileName = value;
        }

        public String getArguments() {
            return arguments;
        }

        public void setArguments(String value) {
            arguments = value;
        }

        public List<Object> getArgumentList() {
            return argumentList;
        }

        public Map<Object, @Nullable Object> getEnvironment() {
            return environment;
        }

        public Map<Object, @Nullable Object> getEnvironmentVariables() {
            return environment;
        }

        public String getWorkingDirectory() {
            return workingDirectory;
        }

        public void setWorkingDirectory(String value) {
            workingDirectory = value;
        }

        public boolean getRedirectStandardOutput() {
            return redirectStandardOutput;
        }

        public void setRedirectStandardOutput(boolean value) {
            redirectStandardOutput = value;
        }

        public boolean getRedirectStandardError() {
            return redirectStandardError;
        }

        public void setRedirectStandardError(boolean value) {
            redirectStandardError = value;
        }

        public boolean getRedirectStandardInput() {
            return redirectStandardInput;
        }

        public void setRedirectStandardInput(boolean value) {
            redirectStandardInput = value;
        }

        /** There is no window, and no shell between. */
        public void setUseShellExecute(boolean ignored) {}

        public void setCreateNoWindow(boolean ignored) {}

        public void setWindowStyle(@Nullable Object ignored) {}

        public void setVerb(@Nullable Object ignored) {}

        public void setStandardOutputEncoding(@Nullable Object ignored) {}
    }
}
