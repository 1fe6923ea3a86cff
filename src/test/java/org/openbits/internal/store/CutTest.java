package org.openbits.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.store.MapStates.put;
import static org.openbits.internal.store.MapStates.stateOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.store.CrashingFiles.Crash;

/**
 * The process or the power is lost at every single write, force, rename and delete of a creation, of commits, of
 * checkpoints, of commits beside a checkpoint, and of the recovery itself. Each time the map opens again in the state of
 * a whole number of transactions, and none that was acknowledged is missing.
 */
class CutTest {

    private static final long NEVER = Long.MAX_VALUE;

    @TempDir
    private Path root;

    /** What a run did before it was cut. */
    private record Run(List<Map<String, String>> states, int acknowledged, boolean crashed) {}

    @TestFactory
    List<DynamicTest> opensInAWholeStateAfterACutAtEveryOperation() throws IOException {
        CrashingFiles complete = CrashingFiles.at(-1, root.resolve("complete"));
        assertThat(run(complete).crashed).isFalse();
        int operations = complete.operations().size();
        assertThat(operations).isGreaterThan(40);
        List<DynamicTest> tests = new ArrayList<>();
        for (int at = 1; at <= operations; at++) {
            int operation = at;
            String name =
                    "operation " + at + ", such as " + complete.operations().get(at - 1);
            tests.add(DynamicTest.dynamicTest(name, () -> cutAt(operation)));
        }
        return tests;
    }

    private void cutAt(int operation) throws IOException {
        CrashingFiles files = CrashingFiles.at(operation, root.resolve("run" + operation));
        Run run = run(files);
        Set<Map<String, Integer>> seen = new HashSet<>();
        for (Crash crash : Crash.values()) {
            Path left = root.resolve("left" + operation + crash);
            files.layOut(crash, left);
            if (!seen.add(contentOf(left))) {
                continue;
            }
            recoverCutAtEveryOperation(files, run, crash, left);
            assertOpensInAWholeState(left, run, crash + " " + files.operations());
        }
    }

    /** The recovery is cut at its n-th operation, then what that leaves is recovered. */
    private void recoverCutAtEveryOperation(CrashingFiles first, Run run, Crash crash, Path left) throws IOException {
        boolean crashed = true;
        for (int operation = 1; crashed; operation++) {
            Path again = left.resolveSibling(left.getFileName() + "-" + operation);
            first.layOut(crash, again);
            CrashingFiles files = CrashingFiles.at(operation, again);
            try {
                DurableMap.open(files, NEVER).close();
            } catch (StoreDamage e) {
                throw new AssertionError(crash + " " + first.operations(), e);
            } catch (IOException e) {
                assertThat(files.isDead()).as(e.toString()).isTrue();
            }
            crashed = files.isDead();
            Path leftAgain = again.resolveSibling(again.getFileName() + "-left");
            files.layOut(crash, leftAgain);
            if (contentOf(leftAgain).equals(contentOf(left))) {
                continue;
            }
            assertOpensInAWholeState(leftAgain, run, crash + " " + first.operations() + files.operations());
        }
    }

    /** Names and digests of the files: two crashes that leave the same need one look only. */
    private static Map<String, Integer> contentOf(Path directory) throws IOException {
        DirectoryFiles files = DirectoryFiles.in(directory);
        Map<String, Integer> content = new TreeMap<>();
        for (String name : files.list()) {
            content.put(name, Arrays.hashCode(files.read(name)));
        }
        return content;
    }

    private static void assertOpensInAWholeState(Path directory, Run run, String story) throws IOException {
        Map<String, String> found;
        Map<String, String> expected;
        try (DurableMap map = DurableMap.open(CrashingFiles.at(-1, directory), NEVER)) {
            found = stateOf(map);
            assertThat(run.states.subList(run.acknowledged, run.states.size()))
                    .as(story)
                    .contains(found);
            map.commit(put(new Transaction(), 99, 0, "after the crash")).join();
            expected = stateOf(map);
        }
        try (DurableMap map = DurableMap.open(CrashingFiles.at(-1, directory), NEVER)) {
            assertThat(stateOf(map)).as(story).isEqualTo(expected);
        }
    }

    /** Commits, checkpoints and both at once, until the end or the crash. */
    private static Run run(CrashingFiles files) {
        Script script = new Script();
        try (DurableMap map = DurableMap.open(files, NEVER)) {
            script.commit(map, transaction -> put(put(transaction, 1, 0, "a"), 1, 1, "b"));
            script.commit(map, transaction -> put(put(transaction, 2, 0, "c"), 1, 1, "d"));
            map.checkpointNow().join();
            script.commit(map, transaction -> put(put(transaction, 2, 1, "e".repeat(100_000)), 2, 0, "f"));
            script.commit(map, transaction -> {
                transaction.drop(Keys.job(MapStates.job(1)));
                return put(transaction, 1, 7, "g");
            });
            CompletableFuture<Void> beside = map.checkpointNow();
            script.commit(map, transaction -> put(transaction, 3, 0, "h"));
            script.commit(map, transaction -> {
                transaction.delete(Keys.file(MapStates.job(2), 0));
                return put(transaction, 3, 0, "i");
            });
            beside.join();
            script.commit(map, transaction -> put(transaction, 4, 0, "j"));
        } catch (IOException | CompletionException e) {
            assertThat(files.isDead()).as(e.toString()).isTrue();
        }
        return new Run(script.states, script.acknowledged, files.isDead());
    }

    /** Keeps the expected state after each transaction, and how many were acknowledged. */
    private static final class Script {

        private final List<Map<String, String>> states = new ArrayList<>(List.of(Map.of()));
        private int acknowledged;

        void commit(DurableMap map, Function<Transaction, Transaction> fill) {
            CompletableFuture<Void> done = map.commit(fill.apply(new Transaction()));
            states.add(new TreeMap<>(stateOf(map)));
            done.join();
            acknowledged = states.size() - 1;
        }
    }

    @TestFactory
    List<DynamicTest> aCheckpointThatFailsDoesNotEndTheStore() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String step : List.of(
                "create journal.2.tmp",
                "write journal.2.tmp",
                "force journal.2.tmp",
                "rename journal.2.tmp",
                "append journal.2",
                "delete checkpoint.tmp",
                "force checkpoint.tmp",
                "rename checkpoint.tmp",
                "delete journal.1")) {
            tests.add(DynamicTest.dynamicTest(step, () -> failOnceAt(step)));
        }
        return tests;
    }

    private void failOnceAt(String step) throws IOException {
        Path directory = root.resolve(step.replace(' ', '-'));
        boolean[] failed = {false};
        StoreFiles files = new CrashingFiles(directory, what -> {
            if (!failed[0] && what.startsWith(step)) {
                failed[0] = true;
                throw new java.io.UncheckedIOException(new IOException("no space left at " + what));
            }
        });
        Map<String, String> expected;
        try (DurableMap map = DurableMap.open(files, NEVER)) {
            map.commit(put(new Transaction(), 1, 0, "a")).join();
            assertThat(map.checkpointNow()).failsWithin(java.time.Duration.ofMinutes(1));
            assertThat(failed[0]).isTrue();
            map.commit(put(new Transaction(), 1, 1, "b")).join();
            map.checkpointNow().join();
            map.commit(put(new Transaction(), 1, 2, "c")).join();
            expected = stateOf(map);
            assertThat(expected).hasSize(3);
        }
        try (DurableMap map = DurableMap.open(DirectoryFiles.in(directory), NEVER)) {
            assertThat(stateOf(map)).isEqualTo(expected);
        }
        assertThat(DirectoryFiles.in(directory).list())
                .as("nothing is left over")
                .hasSize(2);
    }

    @TestFactory
    List<DynamicTest> afterAFailedWriteOrForceNothingIsAcknowledged() {
        return Arrays.asList(
                DynamicTest.dynamicTest("write", () -> failJournal("write journal.1")),
                DynamicTest.dynamicTest("force", () -> failJournal("force journal.1")));
    }

    private void failJournal(String step) throws IOException {
        Path directory = root.resolve(step.replace(' ', '-'));
        int[] count = {0};
        StoreFiles files = new CrashingFiles(directory, what -> {
            if (what.equals(step) && ++count[0] == 2) {
                throw new java.io.UncheckedIOException(new IOException("no space left at " + what));
            }
        });
        try (DurableMap map = DurableMap.open(files, NEVER)) {
            map.commit(put(new Transaction(), 1, 0, "a")).join();
            assertThat(map.commit(put(new Transaction(), 1, 1, "b")))
                    .failsWithin(java.time.Duration.ofMinutes(1))
                    .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                    .withMessageContaining("cannot be written any more");
            assertThat(map.commit(put(new Transaction(), 1, 2, "c"))).failsWithin(java.time.Duration.ofMinutes(1));
            assertThat(map.checkpointNow()).failsWithin(java.time.Duration.ofMinutes(1));
        }
        try (DurableMap map = DurableMap.open(DirectoryFiles.in(directory), NEVER)) {
            assertThat(stateOf(map)).containsValue("a").doesNotContainValue("c");
        }
    }
}
