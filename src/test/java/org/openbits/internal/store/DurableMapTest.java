package org.openbits.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbits.internal.store.MapStates.bytes;
import static org.openbits.internal.store.MapStates.put;
import static org.openbits.internal.store.MapStates.stateOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableMapTest {

    private static final long NEVER = Long.MAX_VALUE;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void behavesAsASortedMapThroughCheckpointsAndReopens(long seed) throws Exception {
        Random random = new Random(seed);
        TreeMap<String, String> model = new TreeMap<>();
        DurableMap map = open();
        for (int step = 0; step < 400; step++) {
            Transaction transaction = new Transaction();
            for (int i = random.nextInt(4); i >= 0; i--) {
                change(random, transaction, model);
            }
            CompletableFuture<Void> done = map.commit(transaction);
            int event = random.nextInt(100);
            if (event < 4) {
                map.checkpointNow();
            } else if (event < 7) {
                map.close();
                assertThat(done).isCompleted();
                map = open();
            }
            if (event < 20) {
                assertThat(stateOf(map)).as("step %d", step).isEqualTo(model);
            }
        }
        map.close();
    }

    /** The thread that writes must not die of it: all later commits would wait for ever. */
    @Test
    @Timeout(180)
    void whoWaitsIsToldWhenTheWriterHasNoMemory() throws Exception {
        DurableMap map = DurableMap.open(
                new CrashingFiles(directory, what -> {
                    if (what.startsWith("write journal.1") && !what.contains("tmp")) {
                        throw new OutOfMemoryError("Direct buffer memory");
                    }
                }),
                NEVER);
        for (int i = 0; i < 2; i++) {
            Transaction transaction = new Transaction();
            transaction.put(Keys.file(MapStates.job(1), i), bytes("v"));
            CompletableFuture<Void> done = map.commit(transaction);
            Awaitility.await().until(done::isCompletedExceptionally);
        }
        map.close();
    }

    @Test
    void deletesNothingBesideACheckpointThatIsDamaged() throws Exception {
        DurableMap map = open();
        Transaction transaction = new Transaction();
        transaction.put(Keys.file(MapStates.job(1), 0), bytes("v"));
        map.commit(transaction);
        byte[] before = Files.readAllBytes(directory.resolve("journal.1"));
        map.checkpointNow().join();
        map.close();
        Path older =
                Files.write(directory.resolve("journal.1"), before); // as a crash between the last two steps leaves it
        Path checkpoint;
        try (Stream<Path> files = Files.list(directory)) {
            checkpoint = files.filter(file -> file.getFileName().toString().startsWith("checkpoint."))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] damaged = Files.readAllBytes(checkpoint);
        damaged[damaged.length / 2] ^= 1;
        Files.write(checkpoint, damaged);

        assertThatThrownBy(this::open).isInstanceOf(StoreDamage.class);

        assertThat(older).hasBinaryContent(before);
    }

    private static void change(Random random, Transaction transaction, TreeMap<String, String> model) {
        int job = random.nextInt(12) - 6;
        byte[] key = Keys.file(MapStates.job(job), random.nextInt(5));
        String text = HexFormat.of().formatHex(key);
        switch (random.nextInt(10)) {
            case 0 -> {
                transaction.drop(Keys.job(MapStates.job(job)));
                String dropped = HexFormat.of().formatHex(Keys.job(MapStates.job(job)));
                model.keySet().removeIf(each -> each.substring(2).startsWith(dropped));
            }
            case 1, 2 -> {
                transaction.delete(key);
                model.remove(text);
            }
            default -> {
                String value = "v" + random.nextInt();
                transaction.put(key, bytes(value));
                model.put(text, value);
            }
        }
    }

    @Test
    void readsARangeOnly() throws IOException {
        try (DurableMap map = open()) {
            for (int job = 0; job < 3; job++) {
                map.commit(put(put(new Transaction(), job, 0, "x" + job), job, Integer.MAX_VALUE, "y" + job));
            }
            map.checkpointNow().join();
            map.commit(put(new Transaction(), 1, 1, "z1"));
            List<String> found = new ArrayList<>();
            map.each(
                    Keys.files(MapStates.job(1)), (key, value) -> found.add(new String(value, StandardCharsets.UTF_8)));

            assertThat(found).containsExactly("x1", "z1", "y1");
        }
    }

    @Test
    void aScanSeesTheStateAtItsCallThoughACheckpointReplacesTheFile() throws IOException {
        try (DurableMap map = open()) {
            for (int job = 0; job < 200; job++) {
                map.commit(put(new Transaction(), job, 0, "x" + job));
            }
            map.checkpointNow().join();
            int[] seen = {0};
            map.each(Keys.everything(), (key, value) -> {
                if (seen[0]++ == 0) {
                    map.commit(put(new Transaction(), 500, 0, "later"));
                    map.checkpointNow().join();
                }
            });

            assertThat(seen[0]).isEqualTo(200);
            assertThat(stateOf(map)).hasSize(201);
        }
        assertThat(DirectoryFiles.in(directory).list()).hasSize(2);
    }

    @Test
    void makesACheckpointWhenTheJournalHasGrown() throws IOException {
        try (DurableMap map = DurableMap.open(DirectoryFiles.in(directory), 10_000)) {
            for (int i = 0; i < 300; i++) {
                map.commit(put(new Transaction(), 1, i, "x".repeat(100))).join();
            }
            DirectoryFiles files = DirectoryFiles.in(directory);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !files.list().contains("journal.1"));
            assertThat(files.list()).anyMatch(name -> name.startsWith("checkpoint."));
        }
        try (DurableMap map = open()) {
            assertThat(stateOf(map)).hasSize(300);
        }
    }

    @Test
    void commitsGoOnWhileACheckpointStandsStillAtAnyStep() throws Exception {
        Set<String> steps = ConcurrentHashMap.newKeySet();
        Semaphore arrived = new Semaphore(0);
        Semaphore goOn = new Semaphore(0);
        StoreFiles files = new CrashingFiles(directory, what -> {
            if (Thread.currentThread().getName().equals("openbits-store-checkpoint")) {
                steps.add(what);
                arrived.release();
                goOn.acquireUninterruptibly();
            }
        });
        try (DurableMap map = DurableMap.open(files, NEVER)) {
            CompletableFuture<Void> checkpoint = map.checkpointNow();
            checkpoint.whenComplete((done, failure) -> arrived.release());
            for (int i = 0; !checkpoint.isDone(); i++) {
                assertThat(arrived.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
                map.commit(put(new Transaction(), 1, i, "x")).get(1, TimeUnit.MINUTES);
                assertThat(map.get(Keys.file(MapStates.job(1), i))).isEqualTo(bytes("x"));
                goOn.release();
            }
            checkpoint.join();
            assertThat(steps).contains("create journal.2.tmp", "force checkpoint.tmp", "delete journal.1");
            assertThat(stateOf(map).size()).isGreaterThanOrEqualTo(steps.size());
        }
    }

    @Test
    void batchesThatWaitShareOneForce() throws Exception {
        Semaphore goOn = new Semaphore(0);
        List<String> operations = new ArrayList<>();
        CrashingFiles files = new CrashingFiles(directory, what -> {
            if (Thread.currentThread().getName().equals("openbits-store-journal")) {
                operations.add(what);
                goOn.acquireUninterruptibly();
            }
        });
        try (DurableMap map = DurableMap.open(files, NEVER)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(map.commit(put(new Transaction(), 1, i, "x")));
            }
            goOn.release(1000);
            for (CompletableFuture<Void> each : all) {
                each.get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(operations.stream().filter("force journal.1"::equals)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void everyFlippedByteOfAJournalIsDamageOrOfTheLastGroup() throws IOException {
        List<Map<String, String>> states = new ArrayList<>(List.of(Map.of()));
        try (DurableMap map = open()) {
            for (int i = 0; i < 3; i++) {
                map.commit(put(new Transaction(), 1, i, "value " + i)).join();
                states.add(stateOf(map));
            }
        }
        Path journal = directory.resolve("journal.1");
        byte[] good = Files.readAllBytes(journal);
        int lastGroup = 32 + (good.length - 32) / 3 * 2;
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            Files.write(journal, bad);
            if (at < lastGroup) {
                assertThatThrownBy(this::open).as("byte %d", at).isInstanceOf(StoreDamage.class);
                continue;
            }
            try (DurableMap map = open()) {
                assertThat(stateOf(map)).as("byte %d", at).isEqualTo(states.get(2));
            }
        }
    }

    @Test
    void damageIsReportedWithFileAndPlace() throws IOException {
        commitAndCheckpoint(2);
        flip("journal.3", 40);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreDamage.class)
                .hasMessageContaining("journal.3")
                .hasMessageContaining("byte 32");
    }

    @Test
    void aDamagedCheckpointIsReported() throws IOException {
        commitAndCheckpoint(1);
        String checkpoint = DirectoryFiles.in(directory).list().stream()
                .filter(name -> name.startsWith("checkpoint"))
                .findFirst()
                .orElseThrow();
        flip(checkpoint, (int) Files.size(directory.resolve(checkpoint)) / 2);

        assertThatThrownBy(this::open).isInstanceOf(StoreDamage.class).hasMessageContaining(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.2", "checkpoint.2"})
    void aMissingFileIsReported(String missing) throws IOException {
        commitAndCheckpoint(1);
        DirectoryFiles files = DirectoryFiles.in(directory);
        for (String name : files.list()) {
            if (name.startsWith(missing)) {
                files.delete(name);
            }
        }

        assertThatThrownBy(this::open).isInstanceOf(StoreDamage.class).hasMessageContaining(missing);
    }

    @Test
    void aTornJournalBeforeOneThatGoesOnIsDamage() throws IOException {
        try (DurableMap map = open()) {
            map.commit(put(new Transaction(), 1, 0, "a")).join();
        }
        byte[] torn = Files.readAllBytes(directory.resolve("journal.1"));
        commitAndCheckpoint(1);
        // As if the checkpoint had never been made, with the end of the journal before it lost.
        DirectoryFiles files = DirectoryFiles.in(directory);
        for (String name : files.list()) {
            if (name.startsWith("checkpoint")) {
                files.delete(name);
            }
        }
        Files.write(directory.resolve("journal.1"), java.util.Arrays.copyOf(torn, torn.length - 1));

        assertThatThrownBy(this::open).isInstanceOf(StoreDamage.class).hasMessageContaining("journal.1 lost its end");
    }

    @Test
    void aJournalOfALaterVersionIsNotRead() throws IOException {
        open().close();
        Path journal = directory.resolve("journal.1");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[11] = 2;
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(bytes, 0, 28);
        java.nio.ByteBuffer.wrap(bytes).putInt(28, (int) crc.getValue());
        Files.write(journal, bytes);

        assertThatThrownBy(this::open).isInstanceOf(StoreDamage.class).hasMessageContaining("version 2");
    }

    private void commitAndCheckpoint(int checkpoints) throws IOException {
        try (DurableMap map = open()) {
            for (int i = 0; i < checkpoints; i++) {
                map.commit(put(new Transaction(), 1, i, "before")).join();
                map.checkpointNow().join();
            }
            map.commit(put(new Transaction(), 2, 0, "after")).join();
            map.commit(put(new Transaction(), 2, 1, "after")).join();
        }
    }

    private void flip(String name, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(name));
        bytes[at] ^= 1;
        Files.write(directory.resolve(name), bytes);
    }

    private DurableMap open() throws IOException {
        return DurableMap.open(DirectoryFiles.in(directory), NEVER);
    }
}
