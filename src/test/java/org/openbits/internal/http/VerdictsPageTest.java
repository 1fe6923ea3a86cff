package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openbits.internal.http.Verdicts.FailureRow;
import org.openbits.internal.http.Verdicts.Kind;
import org.openbits.internal.http.Verdicts.StatusRow;

/** The manual's table of verdicts is the one in the code; {@code -DwritePages=true} writes it again. */
class VerdictsPageTest {

    private static final Path MANUAL = Path.of("docs/manual.md");
    private static final String START = "<!-- verdicts -->\n";
    private static final String END = "<!-- end of verdicts -->\n";

    @Test
    void theManualShowsTheTableOfTheProgram() throws IOException {
        String manual = Files.readString(MANUAL);
        int start = manual.indexOf(START) + START.length();
        int end = manual.indexOf(END);
        if (Boolean.getBoolean("writePages")) {
            manual = manual.substring(0, start) + table() + manual.substring(end);
            Files.writeString(MANUAL, manual);
            end = manual.indexOf(END);
        }

        assertThat(manual.substring(start, end))
                .as("a verdict has changed: write the table again with -Dtest=VerdictsPageTest -DwritePages=true")
                .isEqualTo(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| status | here | BITS |\n|---|---|---|\n");
        for (StatusRow row : Verdicts.STATUS) {
            table.append("| ")
                    .append(statuses(row))
                    .append(" | ")
                    .append(word(row.ours()))
                    .append(" | ")
                    .append(word(row.bits()))
                    .append(" |\n");
        }
        table.append("\n| failure | code | here | BITS |\n|---|---|---|---|\n");
        Set<String> lines = new LinkedHashSet<>();
        for (FailureRow row : Verdicts.FAILURES) {
            Kind bits = row.bits();
            lines.add("| " + row.code().text() + " | " + row.code().symbol() + " | " + word(row.kind()) + " | "
                    + (bits == null ? "not documented" : word(bits)) + " |\n");
        }
        lines.forEach(table::append);
        return table.toString();
    }

    private static String statuses(StatusRow row) {
        if (row.from() == row.to()) {
            return String.valueOf(row.from());
        }
        return row.from() == 0 ? "any other" : row.from() + "-" + row.to();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
