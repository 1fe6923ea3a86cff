package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbits.JobId;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;

/**
 * The queue over time, drawn. A column is 30 seconds, half a slice: {@code =} the job moves, {@code .} it waits. Three
 * places in all, one of them for the background.
 *
 * <p>A line that is given names a job, its class, the column in which it comes and the columns of work it needs; a line
 * with {@code ->} gives a job another class in a column.
 */
class ScheduleDiagramTest {

    private static final Policies POLICIES = new Policies(
            3, 1, 1, 10, 10, 10, 10, Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(1), 1 << 20, null);

    @Test
    void aLargeJobDoesNotBlockSmallOnes() {
        assertThat(draw("big N 0 6", "one N 1 1", "two N 1 1")).isEqualTo("""
                big ==..====
                one  .=
                two  ..=
                """);
    }

    @Test
    void equalsTakeTurnsOfAMinute() {
        assertThat(draw("a N 0 4", "b N 0 4", "c N 0 2")).isEqualTo("""
                a ==....==
                b ..==....==
                c ....==
                """);
    }

    @Test
    void aHigherClassTakesThePlaceAtOnce() {
        assertThat(draw("low L 0 3", "normal N 1 3", "high H 2 2")).isEqualTo("""
                low =.....==
                normal  =..==
                high   ==
                """);
    }

    @Test
    void aSliceThatIsOverIsNothingToALowerClass() {
        assertThat(draw("normal N 0 4", "low L 0 1")).isEqualTo("""
                normal ====
                low ....=
                """);
    }

    @Test
    void foregroundJobsMoveTogetherBesideTheBackground() {
        assertThat(draw("back N 0 3", "f1 F 0 2", "f2 F 1 1")).isEqualTo("""
                back ===
                f1 ==
                f2  =
                """);
    }

    @Test
    void withAllPlacesTakenForegroundPushesTheBackgroundAsideAndThenWaits() {
        assertThat(draw("back N 0 3", "f1 F 0 3", "f2 F 0 2", "f3 F 1 2", "f4 F 1 1"))
                .isEqualTo("""
                back =..==
                f1 ===
                f2 ==
                f3  ==
                f4  .=
                """);
    }

    @Test
    void aJobIsReorderedWhileItWaits() {
        assertThat(draw("a N 0 3", "b N 0 2", "1 b -> H")).isEqualTo("""
                a =..==
                b .==
                """);
    }

    @Test
    void aJobIsReorderedWhileItMoves() {
        assertThat(draw("a N 0 3", "b N 0 1", "1 a -> L")).isEqualTo("""
                a =.==
                b .=
                """);
        assertThat(draw("a N 0 3", "b N 0 1", "1 a -> F")).isEqualTo("""
                a ===
                b .=
                """);
    }

    private static String draw(String... lines) {
        try (QueueFixture fixture = new QueueFixture(POLICIES)) {
            Map<String, Line> jobs = new LinkedHashMap<>();
            List<String[]> changes = new ArrayList<>();
            for (String line : lines) {
                String[] words = line.split(" ");
                if (words[2].equals("->")) {
                    changes.add(words);
                } else {
                    jobs.put(words[0], new Line(words));
                }
            }
            for (int column = 0; jobs.values().stream().anyMatch(job -> job.need > 0); column++) {
                assertThat(column).as("columns drawn:%n%s", text(jobs)).isLessThan(30);
                for (Line job : jobs.values()) {
                    job.comeIn(fixture, column);
                }
                for (String[] change : changes) {
                    if (Integer.parseInt(change[0]) == column) {
                        Line job = jobs.get(change[1]);
                        get(fixture.channel.change(job.id, priority(change[3])));
                    }
                }
                fixture.settle();
                List<String> moving = fixture.transfers.running().stream()
                        .map(FakeTransfers.Transfer::toString)
                        .toList();
                for (Line job : jobs.values()) {
                    job.draw(column, moving);
                }
                // Ever a little earlier, so that a job that came into a place this way ends before its slice does.
                Duration rest = Duration.ofMillis(column + 1);
                fixture.pass(Duration.ofSeconds(30).minus(rest));
                for (Line job : jobs.values()) {
                    job.bringWhenDone(fixture, moving);
                }
                fixture.settle();
                fixture.pass(rest);
            }
            return text(jobs);
        }
    }

    private static String text(Map<String, Line> jobs) {
        StringBuilder text = new StringBuilder();
        jobs.forEach(
                (name, job) -> text.append(name).append(' ').append(job.drawn).append('\n'));
        return text.toString();
    }

    private static JobSettings priority(String letter) {
        return JobSettings.EMPTY.with(
                JobProperty.PRIORITY,
                switch (letter) {
                    case "F" -> JobPriority.FOREGROUND;
                    case "H" -> JobPriority.HIGH;
                    case "N" -> JobPriority.NORMAL;
                    default -> JobPriority.LOW;
                });
    }

    /** A job of the diagram. */
    private static final class Line {

        private final String remoteName;
        private final JobSettings priority;
        private final int arrival;
        private final StringBuilder drawn = new StringBuilder();
        private int need;
        private JobId id = JobId.random();

        private Line(String[] words) {
            remoteName = "fake:/" + words[0];
            priority = priority(words[1]);
            arrival = Integer.parseInt(words[2]);
            need = Integer.parseInt(words[3]);
        }

        private void comeIn(QueueFixture fixture, int column) {
            if (column == arrival) {
                id = fixture.create(priority, true, remoteName);
            }
        }

        private void draw(int column, List<String> moving) {
            if (column < arrival) {
                drawn.append(' ');
            } else if (need > 0) {
                drawn.append(moving.contains(remoteName) ? '=' : '.');
            }
        }

        private void bringWhenDone(QueueFixture fixture, List<String> moving) {
            if (moving.contains(remoteName) && --need == 0) {
                fixture.transfers.of(remoteName).bring(10);
            }
        }
    }
}
