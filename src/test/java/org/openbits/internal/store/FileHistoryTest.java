package org.openbits.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobType;
import org.openbits.internal.queue.Records;
import org.openbits.internal.store.FileHistory.Limits;

class FileHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.5Z");
    private static final Limits SMALL = new Limits(Duration.ofDays(10), 4000);

    @TempDir
    private Path directory;

    @Test
    void entriesComeBackNewestFirstAcrossReopens() {
        List<HistoryEntry> entries = List.of(entry(0), failed(1), entry(2));
        for (HistoryEntry entry : entries) {
            try (FileHistory history = open()) {
                history.append(entry);
            }
        }

        try (FileHistory history = open()) {
            List<HistoryEntry> newestFirst = new ArrayList<>(entries);
            Collections.reverse(newestFirst);
            assertThat(history.newest(10, null)).isEqualTo(newestFirst);
            assertThat(history.newest(2, null)).isEqualTo(newestFirst.subList(0, 2));
            assertThat(history.newest(0, null)).isEmpty();
            assertThat(history.check()).isEqualTo(new HistoryCheck(3, null));
        }
    }

    @Test
    void theFileIsItsOwnersOnly() throws IOException {
        open().close();

        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aChangedByteShows() throws IOException {
        write(3);
        byte[] good = Files.readAllBytes(file());
        int[] lineOf = new int[good.length];
        for (int at = 1; at < good.length; at++) {
            lineOf[at] = lineOf[at - 1] + (good[at - 1] == '\n' ? 1 : 0);
        }
        for (int at = 0; at < good.length - 1; at += 3) {
            byte[] bad = good.clone();
            bad[at] ^= 4;
            Files.write(file(), bad);
            try (FileHistory history = open()) {
                HistoryCheck verdict = history.check();
                assertThat(verdict.damage()).as("byte %d", at).contains("Line " + (lineOf[at] + 1));
                assertThat(verdict.lines()).as("byte %d", at).isEqualTo(lineOf[at]);
            }
        }
    }

    @Test
    void aRemovedALineTwiceAndTwoChangedPlacesShow() throws IOException {
        write(4);
        List<String> good = Files.readAllLines(file());
        List<String> removed = new ArrayList<>(good);
        removed.remove(1);
        List<String> first = new ArrayList<>(good);
        first.remove(0);
        List<String> twice = new ArrayList<>(good);
        twice.add(2, good.get(1));
        List<String> swapped = new ArrayList<>(good);
        Collections.swap(swapped, 1, 2);
        for (List<String> bad : List.of(removed, first, twice, swapped)) {
            Files.write(file(), bad);
            try (FileHistory history = open()) {
                assertThat(history.check().damage()).isNotNull();
            }
        }
    }

    @Test
    void aTornLineIsCutOffAndTheChainGoesOn() throws IOException {
        write(2);
        byte[] whole = Files.readAllBytes(file());
        for (int torn : List.of(1, 50, 200)) {
            Files.write(file(), whole);
            Files.write(file(), java.util.Arrays.copyOf(whole, torn), StandardOpenOption.APPEND);
            try (FileHistory history = open()) {
                history.append(entry(7));
                assertThat(history.newest(1, null)).containsExactly(entry(7));
                assertThat(history.check()).isEqualTo(new HistoryCheck(3, null));
            }
        }
    }

    @Test
    void theOldestGoWhenTheFileIsTooLargeAndTheChainStaysWhole() throws IOException {
        try (FileHistory history = FileHistory.open(directory, SMALL)) {
            for (int i = 0; i < 100; i++) {
                history.append(entry(i));
                assertThat(Files.size(file())).isLessThanOrEqualTo(SMALL.bytes());
                assertThat(history.check().damage()).as("entry %d", i).isNull();
                assertThat(history.newest(1, null)).containsExactly(entry(i));
            }
        }
        assertThat(Files.readAllLines(file()).get(0)).contains("\"cut\":").contains("\"hash\":");
        try (FileHistory history = FileHistory.open(directory, SMALL)) {
            history.append(entry(100));
            assertThat(history.check().damage()).isNull();
            assertThat(history.newest(1000, null).size()).isBetween(4, 15);
        }
    }

    @Test
    void theOldestGoWhenTheyAreTooOld() {
        try (FileHistory history = FileHistory.open(directory, new Limits(Duration.ofDays(10), 1 << 20))) {
            for (int day = 0; day < 30; day++) {
                history.append(at(NOON.plus(Duration.ofDays(day)), day));
            }
            List<HistoryEntry> kept = history.newest(100, null);
            assertThat(kept).hasSize(11);
            assertThat(kept.get(10).time()).isEqualTo(NOON.plus(Duration.ofDays(19)));
            assertThat(history.check().damage()).isNull();
        }
    }

    @Test
    void aLineThatIsNoneDoesNotKeepTheFileFromBeingCut() throws IOException {
        Files.writeString(file(), "garbage\n".repeat(600));
        try (FileHistory history = FileHistory.open(directory, SMALL)) {
            history.append(entry(1));
            history.append(entry(2));

            assertThat(Files.size(file())).isLessThan(SMALL.bytes());
            assertThat(history.newest(10, null)).containsExactly(entry(2), entry(1));
        }
    }

    @Test
    void afterACutAtEveryOperationAllAppendedIsThereAndTheChainIsWhole() throws IOException {
        boolean crashed = true;
        for (int operation = 1; crashed; operation++) {
            CrashingFiles files = CrashingFiles.at(operation, directory.resolve("run" + operation));
            int appended = appendUntilCrash(files);
            crashed = files.isDead();
            for (CrashingFiles.Crash crash : CrashingFiles.Crash.values()) {
                Path left = directory.resolve("left" + operation + crash);
                files.layOut(crash, left);
                try (FileHistory history = FileHistory.open(CrashingFiles.at(-1, left), SMALL)) {
                    String story = crash + " " + files.operations();
                    assertThat(history.check().damage()).as(story).isNull();
                    List<HistoryEntry> found = history.newest(100, null);
                    if (appended > 0) {
                        assertThat(found).as(story).contains(entry(appended - 1));
                    }
                    history.append(entry(50));
                    assertThat(history.check().damage()).as(story).isNull();
                }
            }
        }
    }

    /** How many entries were appended for sure; enough for two cuts of the file. */
    private static int appendUntilCrash(CrashingFiles files) {
        int appended = 0;
        try (FileHistory history = FileHistory.open(files, SMALL)) {
            for (int i = 0; i < 16; i++) {
                int before = files.operations().size();
                history.append(entry(i));
                boolean forced = files
                        .operations()
                        .subList(before, files.operations().size())
                        .stream()
                        .anyMatch("force history.jsonl"::equals);
                if (forced && !(files.isDead() && lastOperation(files).equals("force history.jsonl"))) {
                    appended++;
                }
                if (files.isDead()) {
                    return appended;
                }
            }
        } catch (IOException e) {
            assertThat(files.isDead()).isTrue();
        }
        return appended;
    }

    private static String lastOperation(CrashingFiles files) {
        return files.operations().get(files.operations().size() - 1);
    }

    @Test
    void anEntryThatCouldNotBeWrittenLeavesTheChainWhole() throws IOException {
        boolean[] full = {false};
        CrashingFiles files = new CrashingFiles(directory, what -> {
            if (full[0] && what.equals("write history.jsonl")) {
                throw new java.io.UncheckedIOException(new IOException("no space left"));
            }
        });
        try (FileHistory history = FileHistory.open(files, Limits.DEFAULT)) {
            history.append(entry(0));
            full[0] = true;
            history.append(entry(1));
            full[0] = false;
            history.append(entry(2));

            assertThat(history.newest(10, null)).containsExactly(entry(2), entry(0));
            assertThat(history.check()).isEqualTo(new HistoryCheck(2, null));
        }
    }

    private void write(int entries) {
        try (FileHistory history = open()) {
            for (int i = 0; i < entries; i++) {
                history.append(entry(i));
            }
        }
    }

    private FileHistory open() {
        return FileHistory.open(directory, Limits.DEFAULT);
    }

    private Path file() {
        return directory.resolve("history.jsonl");
    }

    private static HistoryEntry entry(int number) {
        return at(NOON.plusSeconds(number), number);
    }

    private static HistoryEntry at(Instant time, int number) {
        return new HistoryEntry(
                time,
                Records.id(number),
                "na\u00efve \u2028 \"quoted\"\n" + number,
                "ann",
                JobType.DOWNLOAD,
                number % 2 == 0 ? HistoryEntry.Result.COMPLETED : HistoryEntry.Result.CANCELLED,
                null,
                NOON.minusSeconds(60),
                Duration.ofMillis(1234),
                1L << 40,
                250,
                List.of(
                        new HistoryEntry.File("http://host/a", "/tmp/a", 5, "sha256:00ff"),
                        new HistoryEntry.File("file:/b", "/tmp/b", 6, null)));
    }

    private static HistoryEntry failed(int number) {
        HistoryEntry entry = entry(number);
        return new HistoryEntry(
                entry.time(),
                entry.job(),
                entry.displayName(),
                entry.owner(),
                JobType.UPLOAD,
                HistoryEntry.Result.FAILED,
                new HistoryEntry.Failure(0x80190194, "Not there."),
                entry.created(),
                entry.active(),
                0,
                0,
                List.of());
    }
}
