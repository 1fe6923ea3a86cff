package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbits.shell.language.SyntaxError;

/** Whatever pieces of scripts are put together: a session shows an error or a value, and goes on. */
class EvaluatorFuzzTest {

    private static final List<String> PIECES = List.of(
            "$x",
            "$_",
            "$null",
            "'a'",
            "\"$x b\"",
            "5",
            "1.5",
            "@(1, 2)",
            "@{k = 1}",
            "[int]",
            "[math]",
            "{ $_ }",
            "$true",
            "(1 + 2)",
            "$(3)",
            "[pscustomobject]@{n = 1}",
            "18446744073709551615",
            "[datetime]'2024-01-01'",
            "'*['",
            "-1");

    private static final List<String> OPERATORS = List.of(
            " + ",
            " - ",
            " * ",
            " / ",
            " % ",
            " -eq ",
            " -gt ",
            " -like ",
            " -match ",
            " -replace ",
            " -split ",
            " -join ",
            " -f ",
            " -contains ",
            " -in ",
            " -is ",
            " -as ",
            " -band ",
            "..",
            ", ",
            " -and ",
            " -xor ",
            " = ",
            " += ",
            " | Sort-Object ",
            " | % ",
            ".Count",
            ".k",
            "[0]",
            "::Max",
            ".ToString()",
            " ?? ",
            "; ");

    @Test
    @Timeout(180)
    void survivesAnyCombination() {
        Random random = new Random(42);
        ScriptedHost host = new ScriptedHost();
        ShellSession session = Sessions.session(host);
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder(PIECES.get(random.nextInt(PIECES.size())));
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.append(OPERATORS.get(random.nextInt(OPERATORS.size())));
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            try {
                session.run(text.toString().replace("18446744073709551615..", "1.."), "fuzz");
            } catch (SyntaxError e) {
                assertThat(e.errorId()).isNotEmpty();
            }
            assertThat(host.take()).as(text.toString()).doesNotContain("NullPointer", "ClassCast", "IllegalState");
        }
    }
}
