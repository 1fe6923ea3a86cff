package org.openbits.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BitsException;
import org.openbits.internal.queue.JobStore;
import org.openbits.internal.queue.MemoryJobStore;

/** A process that commits is killed at random moments; each time the store opens with all that it had acknowledged. */
class KillTest {

    @TempDir
    private Path directory;

    @Test
    void losesNothingAcknowledgedInAFewKills() throws Exception {
        kill(4, new Random(1));
    }

    @Test
    @Tag("full")
    void losesNothingAcknowledgedInManyKills() throws Exception {
        kill(60, new Random());
    }

    private void kill(int rounds, Random random) throws Exception {
        MemoryJobStore model = new MemoryJobStore();
        for (int round = 0; round < rounds; round++) {
            long acknowledged = runUntilKilled(random.nextInt(round % 4 == 0 ? 3 : 2000));
            try (MapDbJobStore store = MapDbJobStore.open(directory)) {
                assertThat(store.setAside()).as("round %d", round).isNull();
                long last = KilledStoreMain.lastBatch(store);
                assertThat(last).as("round %d", round).isGreaterThanOrEqualTo(acknowledged);
                for (long number = KilledStoreMain.lastBatch(model) + 1; number <= last; number++) {
                    model.commit(KilledStoreMain.batch(number));
                }
                assertThat(contentOf(store))
                        .as("round %d, batch %d", round, last)
                        .isEqualTo(contentOf(model));
            }
        }
    }

    @Test
    void aSecondProcessIsRefusedAndToldTheFirst() throws Exception {
        Process process = start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("open");

            assertThatThrownBy(() -> MapDbJobStore.open(directory))
                    .isInstanceOf(BitsException.class)
                    .hasMessageContaining("process " + process.pid());
        } finally {
            process.destroyForcibly().waitFor();
        }
        MapDbJobStore.open(directory).close();
    }

    /** Kills the process after that many acknowledgements; returns the last one that it gave. */
    private long runUntilKilled(int acknowledgements) throws IOException, InterruptedException {
        Process process = start();
        long last = 0;
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("open");
            for (int i = 0; i < acknowledgements; i++) {
                last = Long.parseLong(out.readLine());
            }
            process.toHandle().destroyForcibly(); // Process.destroyForcibly would also close what is still unread.
            for (String line = out.readLine(); line != null && line.matches("[0-9]+"); line = out.readLine()) {
                last = Math.max(last, Long.parseLong(line));
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return last;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStoreMain.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Map<String, Object> contentOf(JobStore store) {
        Map<String, Object> content = new TreeMap<>();
        store.scan(job -> {
            content.put(job.id() + "", job);
            store.files(job.id()).forEach(file -> content.put(job.id() + " file " + file.index(), file));
            for (int index = 0; index < 7; index++) {
                content.put(job.id() + " checkpoint " + index, String.valueOf(store.checkpoint(job.id(), index)));
            }
        });
        return content;
    }
}
