package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.shell.ShellOptions.Action;
import org.openbits.shell.ShellOptions.Output;

class ShellOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "~PROMPT",
                "-NoProfile~PROMPT",
                "-~PROMPT",
                "-c x~COMMAND",
                "-Command x~COMMAND",
                "-COMMAND x~COMMAND",
                "--command x~COMMAND",
                "a.ps1~FILE",
                "-File a.groovy~FILE",
                "-NoProfile a.ps1 -c~FILE",
                "service status~SERVICE",
                "jshell -q~JSHELL",
                "--help~HELP",
                "-?~HELP",
                "--version~VERSION"
            })
    void knowsWhatToDo(String words, Action action) throws UsageException {
        assertThat(parse(words == null ? "" : words).action()).isEqualTo(action);
    }

    @Test
    void leavesTheArgumentsOfAScriptAlone() throws UsageException {
        ShellOptions options = parse("-NoService a.ps1 -c --json x");
        assertThat(options.text()).isEqualTo("a.ps1");
        assertThat(options.arguments()).containsExactly("-c", "--json", "x");
        assertThat(options.service()).isFalse();
        assertThat(options.output()).isEqualTo(Output.TEXT);
    }

    @Test
    void takesOptionsBehindTheCommandsToo() throws UsageException {
        ShellOptions options = ShellOptions.parse(List.of("-c", "Get-X", "--json", "a", "-NonInteractive", "-z"));
        assertThat(options.output()).isEqualTo(Output.JSON);
        assertThat(options.interactive()).isFalse();
        assertThat(options.arguments()).containsExactly("a", "-z");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> parse("--jsn"))
                .isInstanceOf(UsageException.class)
                .hasMessage("unknown option --jsn. Did you mean --json?");
        assertThatThrownBy(() -> parse("-c")).hasMessageContaining("-c needs the commands");
        assertThatThrownBy(() -> parse("service")).hasMessageContaining("start, stop, status, install");
    }

    private static ShellOptions parse(String words) throws UsageException {
        return ShellOptions.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
