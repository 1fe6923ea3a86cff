package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.openbits.automation.RecordingRuntime.line;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The binding rules of the reference, 9.1 to 9.4. */
class BinderTest {

    private static final UUID ID = UUID.fromString("c0dd3d8c-c3a2-4562-8324-80b19224879c");

    @CmdletName(verb = "Start", noun = "Thing", shouldProcess = true)
    static final class StartThing extends Cmdlet {

        @Parameter(position = 0, mandatory = true, pipelineByName = true)
        private String[] source = {};

        @Parameter(position = 1, pipelineByName = true)
        private String destination = "here";

        @Parameter
        private boolean asynchronous;

        @Parameter
        private boolean suspended;

        @Parameter(
                values = {"Foreground", "High", "Low"},
                aliases = "p")
        private String priority = "Foreground";

        @Parameter
        private String securityFlags = "";

        @Parameter
        private int retryInterval = 600;

        @Parameter(name = "TransferPolicy")
        private ActionPreference policy = ActionPreference.Continue;

        @Override
        protected void process() {
            write(String.join(",", source) + ">" + destination + (asynchronous ? " async" : "")
                    + (suspended ? " suspended" : "") + " " + priority + " " + retryInterval + " " + policy);
        }
    }

    @CmdletName(verb = "Get", noun = "Thing", defaultSet = "ByName")
    static final class GetThing extends Cmdlet {

        @Parameter(position = 0, sets = "ByName", aliases = "n")
        private String[] name = {};

        @Parameter(position = 1, sets = "ByName")
        private boolean allUsers;

        @Parameter(position = 0, mandatory = true, pipelineByName = true, sets = "ById", aliases = "id", name = "JobId")
        private UUID[] ids = {};

        @Override
        protected void process() {
            write("names" + Arrays.toString(name) + " ids" + Arrays.toString(ids) + (allUsers ? " all" : ""));
        }
    }

    @CmdletName(verb = "Show", noun = "Thing")
    static final class ShowThing extends Cmdlet {

        @Parameter(position = 0, remaining = true)
        private List<Object> object = List.of();

        @Parameter(pipeline = true)
        private Integer number;

        @Parameter(pipelineByName = true)
        private String name;

        @Override
        protected void process() {
            write(object + " " + number + " " + name);
        }
    }

    private final CmdletInfo start = CmdletInfo.of(StartThing.class);
    private final CmdletInfo get = CmdletInfo.of(GetThing.class);
    private final CmdletInfo show = CmdletInfo.of(ShowThing.class);
    private final RecordingRuntime shell = new RecordingRuntime();

    private static final String TAIL = " Foreground 600 Continue";

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments("a>b" + TAIL, line("a", "b")),
                arguments("a>b" + TAIL, line("-Source", "a", "-Destination", "b")),
                arguments("a>b" + TAIL, line("-SOURCE:", "a", "b")),
                arguments("a>b" + TAIL, line("-So", "a", "b")),
                arguments("a>b async" + TAIL, line("-Async", "a", "b")),
                arguments("a>here suspended" + TAIL, line("a", "-Suspend")),
                arguments("a>b Low 600 Continue", line("-Priority", "Low", "a", "b")),
                arguments("a>b low 600 Continue", line("a", "-p", "low", "b")),
                arguments("a,b>c" + TAIL, line(List.of("a", "b"), "c")),
                arguments("a,b>here" + TAIL, line("-Source", new String[] {"a", "b"})),
                arguments("1>here" + TAIL, line(1)),
                arguments("a>here" + TAIL, line("a", "-Asynchronous:", false)),
                arguments("a>here async" + TAIL, line("a", "-Asynchronous:", 1)),
                arguments("a>False async" + TAIL, line("a", "-Asynchronous", false)),
                arguments("a>here Foreground 90 Continue", line("a", "-RetryInt", "90")),
                arguments("a>here Foreground 600 Stop", line("a", "-TransferPolicy", "stop")),
                arguments("a>here Foreground 600 Stop", line("a", "-T", 1)),
                arguments("a>here" + TAIL, line("a", "-Confirm:", false, "-vb")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void bindsNamesPrefixesAliasesAndPositions(String expected, Argument[] line) {
        assertThat(shell.run(start, line).output).containsExactly(expected);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("NamedParameterNotFound", 1, "'Sauce'. Did you mean -Source?", line("a", "-Sauce", "b")),
                arguments("AmbiguousParameter", 0, "-Source -Suspended -SecurityFlags.", line("-S", "a")),
                arguments("AmbiguousParameter", 0, "-Destination -Debug.", line("-D", "a")),
                arguments("ParameterAlreadyBound", 2, "'Source'", line("-Source", "a", "-Source", "b")),
                arguments("MissingArgument", 1, "'Destination'", line("a", "-Destination")),
                arguments("MissingArgument", 0, "System.String[]", line("-Source", "-Async")),
                arguments(
                        "ParameterArgumentValidationError",
                        2,
                        "\"Foreground,High,Low\"",
                        line("a", "-Priority", "Mid")),
                arguments("CannotConvertArgument", 2, "\"soon\"", line("a", "-RetryInterval", "soon")),
                arguments("CannotConvertArgument", 1, "SilentlyContinue,Stop", line("a", "-TransferPolicy:", "often")),
                arguments("CannotConvertArgument", 1, "$True", line("a", "-Asynchronous:", "maybe")),
                arguments("PositionalParameterNotFound", 2, "'c'", line("a", "b", "c")),
                arguments("MissingMandatoryParameter", -1, "Source", line("-Destination", "b")),
                arguments("ParameterArgumentValidationErrorNullNotAllowed", 1, "null", line("-Source", null)),
                arguments("ParameterArgumentValidationErrorEmptyStringNotAllowed", 0, "empty", line("")),
                arguments("ParameterArgumentValidationErrorEmptyArrayNotAllowed", 0, "empty", line(List.of())));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithPowerShellsIdAndThePlaceOfTheArgument(String id, int offset, String text, Argument[] line) {
        BindingException failure = catchThrowableOfType(BindingException.class, () -> shell.run(start, line));
        assertThat(failure.record().fullyQualifiedErrorId()).isEqualTo(id + "," + StartThing.class.getName());
        assertThat(failure.offset()).isEqualTo(offset);
        assertThat(failure.getMessage()).contains(text);
        assertThat(failure.record().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.record().category())
                .isEqualTo(
                        id.startsWith("ParameterArgumentValidation")
                                ? ErrorCategory.InvalidData
                                : ErrorCategory.InvalidArgument);
        assertThat(Members.typeName(failure.record().exception()))
                .isEqualTo("System.Management.Automation.ParameterBinding"
                        + (id.startsWith("ParameterArgumentValidation") ? "ValidationException" : "Exception"));
        assertThat(shell.output).isEmpty();
    }

    static Stream<Arguments> sets() {
        return Stream.of(
                arguments("names[] ids[]", line()),
                arguments("names[a] ids[]", line("a")),
                arguments("names[" + ID + "] ids[]", line(ID.toString())),
                arguments("names[] ids[" + ID + "]", line(ID)),
                arguments("names[] ids[" + ID + "]", line("-id", "{" + ID + "}")),
                arguments("names[] ids[] all", line("-AllUsers")),
                arguments("names[a] ids[] all", line("-all", "a")));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void choosesTheParameterSet(String expected, Argument[] line) {
        assertThat(shell.run(get, line).output).containsExactly(expected);
    }

    @Test
    void refusesParametersOfDifferentSets() {
        BindingException failure =
                catchThrowableOfType(BindingException.class, () -> shell.run(get, line("-Name", "a", "-JobId", ID)));
        assertThat(failure.record().errorId()).isEqualTo("AmbiguousParameterSet");
    }

    @Test
    void takesRemainingArguments() {
        assertThat(shell.run(show, line("a", 1, "b")).output).containsExactly("[a, 1, b] null null");
        shell.output.clear();
        assertThat(shell.run(show, line(List.of("a", "b"))).output).containsExactly("[a, b] null null");
    }

    @Test
    void bindsPropertiesOfInputObjectsByNameOncePerObject() {
        List<CustomObject> rows = List.of(
                new CustomObject().add("source", "a").add("DESTINATION", "b").add("Other", 1),
                new CustomObject().add("Source", "c"));
        assertThat(shell.pipe(start, rows, line("-Async")).output)
                .containsExactly("a>b async" + TAIL, "c>here async" + TAIL);
    }

    @Test
    void bindsAPropertyByAnAlias() {
        assertThat(shell.pipe(get, List.of(new CustomObject().add("Id", ID.toString()))).output)
                .containsExactly("names[] ids[" + ID + "]");
    }

    @Test
    void letsTheCommandLineWinOverInput() {
        List<CustomObject> rows = List.of(new CustomObject().add("Source", "a").add("Destination", "b"));
        assertThat(shell.pipe(start, rows, line("-Destination", "c")).output).containsExactly("a>c" + TAIL);
    }

    @Test
    void reportsInputThatFitsNothingAndGoesOn() {
        shell.pipe(start, List.of("text", new CustomObject().add("Source", "a")));
        assertThat(shell.output).containsExactly("a>here" + TAIL);
        assertThat(shell.errors).extracting(ErrorRecord::errorId).containsExactly("InputObjectNotBound");
        assertThat(shell.errors.get(0).target()).isEqualTo("text");
    }

    @Test
    void reportsInputThatLeavesMandatoryParametersOpen() {
        shell.pipe(start, List.of(new CustomObject().add("Destination", "b")));
        assertThat(shell.output).isEmpty();
        assertThat(shell.errors).extracting(ErrorRecord::errorId).containsExactly("InputObjectMissingMandatory");
    }

    @Test
    void prefersValuesThatNeedNoConversion() {
        assertThat(shell.pipe(show, List.of(7, "8", new CustomObject().add("Name", 5))).output)
                .containsExactly("[] 7 null", "[] 8 null", "[] null 5");
    }

    @Test
    void evaluatesBlocksForEachInputObject() {
        Argument[] line = line("-Source", block(it -> it + ".src"), "-Destination", block(it -> it + ".dst"));
        assertThat(shell.pipe(start, List.of("a", "b"), line).output)
                .containsExactly("a.src>a.dst" + TAIL, "b.src>b.dst" + TAIL);
    }

    @Test
    void refusesBlocksWithoutInput() {
        BindingException failure =
                catchThrowableOfType(BindingException.class, () -> shell.run(start, line("-Source", block(it -> it))));
        assertThat(failure.record().errorId()).isEqualTo("ScriptBlockArgumentNoInput");
    }

    static ScriptBlock block(UnaryOperator<Object> body) {
        return new ScriptBlock() {
            @Override
            public List<Object> invoke(Object dollarUnder, List<Object> args) {
                return List.of(body.apply(dollarUnder));
            }

            @Override
            public String text() {
                return "";
            }
        };
    }

    @Test
    void bindsSplattedEntriesByTheSameRules() {
        Map<String, Object> splat = Map.of("Sour", "a", "Async", true, "ErrorAction", "Stop", "p", "Low");
        Argument[] line = splat.entrySet().stream()
                .map(entry -> Argument.named(entry.getKey(), entry.getValue(), 0))
                .toArray(Argument[]::new);
        assertThat(shell.run(start, line).output).containsExactly("a>here async Low 600 Continue");
    }

    @Test
    void asksForMandatoryParametersWhenSomebodyAnswers() {
        shell.interactive = true;
        shell.answers.addAll(List.of("a", "b", ""));
        assertThat(shell.run(start).output).containsExactly("a,b>here" + TAIL);
        assertThat(shell.prompts).containsExactly("Source[0]: ", "Source[1]: ", "Source[2]: ");
        assertThat(shell.printed()).contains("cmdlet Start-Thing at command pipeline position 1");
    }
}
