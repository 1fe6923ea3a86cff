package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openbits.automation.RecordingRuntime.line;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the common parameters and the preference variables do (reference, 8). */
class CommonParametersTest {

    @CmdletName(verb = "Test", noun = "Talk", shouldProcess = true, errorClass = "Talker")
    static final class TestTalk extends Cmdlet {

        @Parameter(position = 0, pipeline = true)
        private String what = "";

        @Override
        protected void process() {
            if (!shouldProcess(what, "Say")) {
                return;
            }
            verbose("about to say");
            warn("careful");
            writeError(ErrorRecord.of(new IllegalStateException("bad"), "Bad", ErrorCategory.InvalidData, what));
            write(what);
            runtime().progress(new ProgressRecord(0, -1, "a", "s", "", 1, -1, false));
        }
    }

    private final CmdletInfo talk = CmdletInfo.of(TestTalk.class);
    private final RecordingRuntime shell = new RecordingRuntime();

    @Test
    void showsErrorsAndWarningsAndHidesVerboseMessagesByDefault() {
        shell.run(talk, line("x"));
        assertThat(shell.errors).extracting(ErrorRecord::fullyQualifiedErrorId).containsExactly("Bad,Talker");
        assertThat(shell.warnings).containsExactly("careful");
        assertThat(shell.verbose).isEmpty();
        assertThat(shell.output).containsExactly("x");
        assertThat(shell.progress).hasSize(1);
    }

    @Test
    void turnsErrorsIntoTerminatingOnesOnStop() {
        CmdletException failure =
                catchThrowableOfType(CmdletException.class, () -> shell.run(talk, line("x", "-ErrorAction", "Stop")));
        assertThat(failure.record().fullyQualifiedErrorId()).isEqualTo("Bad,Talker");
        assertThat(shell.output).isEmpty();
    }

    @Test
    void keepsSilentOnSilentlyContinueAndIgnore() {
        shell.run(talk, line("x", "-ea", 0, "-ErrorVariable", "e"));
        assertThat(shell.errors).isEmpty();
        assertThat(shell.silentErrors).hasSize(1);
        assertThat((List<?>) shell.variable("e")).hasSize(1);
        shell.run(talk, line("y", "-ea", "Ignore", "-ev", "f"));
        assertThat((List<?>) shell.variable("f")).isEmpty();
    }

    @Test
    void followsPreferenceVariablesUnlessAParameterSaysOtherwise() {
        shell.setVariable("ErrorActionPreference", "Stop");
        shell.setVariable("VerbosePreference", "Continue");
        shell.setVariable("WarningPreference", "SilentlyContinue");
        shell.setVariable("ProgressPreference", "SilentlyContinue");
        shell.run(talk, line("x", "-ErrorAction", "Continue"));
        assertThat(shell.errors).hasSize(1);
        assertThat(shell.verbose).contains("about to say");
        assertThat(shell.warnings).isEmpty();
        assertThat(shell.progress).isEmpty();
        shell.verbose.clear();
        shell.run(talk, line("x", "-ea", "0", "-Verbose:", false));
        assertThat(shell.verbose).isEmpty();
    }

    @Test
    void collectsInVariablesAndAppendsWithAPlus() {
        shell.pipe(talk, List.of("a", "b"), line("-ov", "out", "-wv", "warned", "-ErrorVariable", "bad", "-pv", "now"));
        assertThat((List<?>) shell.variable("out")).isEqualTo(List.of("a", "b"));
        assertThat((List<?>) shell.variable("warned")).hasSize(2);
        assertThat((List<?>) shell.variable("bad")).hasSize(2);
        assertThat(shell.variable("now")).isEqualTo("b");
        shell.run(talk, line("c", "-ov", "+out"));
        assertThat((List<?>) shell.variable("out")).isEqualTo(List.of("a", "b", "c"));
        shell.run(talk, line("d", "-ov", "out"));
        assertThat((List<?>) shell.variable("out")).isEqualTo(List.of("d"));
    }

    @Test
    void holdsOutputBackAndPassesItOnInTheEnd() {
        shell.pipe(talk, List.of("a", "b", "c"), line("-OutBuffer", 1, "-ea", 0));
        assertThat(shell.output).containsExactly("a", "b", "c");
    }

    @Test
    void describesWithWhatIfAndDoesNothing() {
        shell.run(talk, line("x", "-WhatIf"));
        assertThat(shell.output).isEmpty();
        assertThat(shell.printed()).contains("What if: Performing the operation \"Say\" on target \"x\".");
        shell.setVariable("WhatIfPreference", true);
        shell.run(talk, line("x", "-ea", 0));
        assertThat(shell.output).isEmpty();
        shell.run(talk, line("x", "-ea", 0, "-wi:", false));
        assertThat(shell.output).containsExactly("x");
    }

    @Test
    void tellsTheOperationWithVerbose() {
        shell.run(talk, line("x", "-Verbose"));
        assertThat(shell.verbose).containsExactly("Performing the operation \"Say\" on target \"x\".", "about to say");
    }

    @Test
    void asksWithConfirmAndRemembersYesToAll() {
        shell.interactive = true;
        shell.answers.addAll(List.of("n", "?", "a"));
        shell.pipe(talk, List.of("a", "b", "c"), line("-Confirm"));
        assertThat(shell.output).containsExactly("b", "c");
        assertThat(shell.prompts).hasSize(3).allMatch(text -> text.startsWith("[Y] Yes  [A] Yes to All"));
    }

    @Test
    void failsToConfirmWhenNobodyAnswers() {
        CmdletException failure =
                catchThrowableOfType(CmdletException.class, () -> shell.run(talk, line("x", "-Confirm")));
        assertThat(failure.getMessage()).contains("-Confirm:$false");
    }

    @Test
    void followsConfirmPreference() {
        shell.interactive = true;
        shell.setVariable("ConfirmPreference", "Medium");
        shell.answers.add("n");
        shell.run(talk, line("x"));
        assertThat(shell.output).isEmpty();
        shell.run(talk, line("x", "-Confirm:", false));
        assertThat(shell.output).containsExactly("x");
    }

    @Test
    void inquiresBeforeAnErrorIsPassed() {
        shell.interactive = true;
        shell.answers.add("h");
        CmdletException failure =
                catchThrowableOfType(CmdletException.class, () -> shell.run(talk, line("x", "-ea", "Inquire")));
        assertThat(failure.record().errorId()).isEqualTo("Bad");
    }
}
