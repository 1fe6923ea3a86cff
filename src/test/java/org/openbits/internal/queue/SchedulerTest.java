package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.JobPriority;
import org.openbits.JobState;

/**
 * The scheduler as text. A job is its class (F, H, N, L) and its turn; running jobs carry the seconds they have had, as in
 * N1:75. Four places in all, two of them for the background.
 */
class SchedulerTest {

    @ParameterizedTest(name = "running [{0}], waiting [{1}]: starts [{2}], stops [{3}]")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # running             waiting        starts    stops
            -                   | N1           | N1      | -
            -                   | N1 N2 N3     | N1 N2   | -
            -                   | L1 H2 N3     | H2 N3   | -
            -                   | F1 F2 F3 F4 F5 | F1 F2 F3 F4 | -
            -                   | N1 F2        | F2 N1   | -
            N1:5 N2:5           | F3           | F3      | -
            N1:5 N2:5           | F3 F4        | F3 F4   | -
            # a foreground job takes the place of the least background job when all places are taken
            F1:5 F2:5 N3:5 L4:5 | F5           | F5      | L4
            F1:5 F2:5 F3:5 F4:5 | F5 N6        | -       | -
            # a higher class takes the place of a lower one
            N1:5 L2:5           | H3           | H3      | L2
            N1:5 N2:5           | H3 H4        | H3 H4   | N2 N1
            H1:5 H2:5           | N3           | -       | -
            # a foreground job became a background job while it moved: one too many
            N1:5 N2:5 L3:5      | -            | -       | L3
            N1:5 N2:5 L3:5      | F4           | F4      | L3
            # equals change places when the slice of 60 s is over, and only then
            N1:59 N2:59         | N3           | -       | -
            N1:60 N2:59         | N3           | N3      | N1
            N1:75 N2:75         | N3 N4        | N3 N4   | N2 N1
            N1:75 N2:75         | L3           | -       | -
            """)
    void plans(String running, String waiting, String starts, String stops) {
        long now = Duration.ofHours(1).toMillis();
        Set<Row> moving = new LinkedHashSet<>(rows(running, now));
        TreeSet<Row> queue = new TreeSet<>(Scheduler.ORDER);
        queue.addAll(rows(waiting, now));
        Policies policies = new Policies(
                4,
                2,
                4,
                10,
                10,
                10,
                10,
                Duration.ofDays(90),
                Duration.ofDays(90),
                Duration.ofDays(365),
                64L << 20,
                null);

        Scheduler.Plan plan = Scheduler.plan(queue, moving, now, policies);

        assertThat(names(plan.start())).isEqualTo(starts == null ? "" : starts);
        assertThat(names(plan.stop())).isEqualTo(stops == null ? "" : stops);
    }

    private static List<Row> rows(String text, long now) {
        List<Row> rows = new ArrayList<>();
        if (text == null) {
            return rows;
        }
        for (String word : text.split(" ")) {
            String[] parts = word.split(":");
            JobPriority priority = switch (parts[0].charAt(0)) {
                case 'F' -> JobPriority.FOREGROUND;
                case 'H' -> JobPriority.HIGH;
                case 'N' -> JobPriority.NORMAL;
                default -> JobPriority.LOW;
            };
            long position = Long.parseLong(parts[0].substring(1));
            Row row = new Row(Records.id(position), position, "ann", JobState.QUEUED, priority);
            row.sliceMillis = parts.length > 1 ? now - Long.parseLong(parts[1]) * 1000 : 0;
            rows.add(row);
        }
        return rows;
    }

    private static String names(List<Row> rows) {
        List<String> names = new ArrayList<>();
        for (Row row : rows) {
            names.add(row.priority.name().substring(0, 1) + row.position);
        }
        return String.join(" ", names);
    }
}
