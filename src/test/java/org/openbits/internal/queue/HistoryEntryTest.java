package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.FileSpec;
import org.openbits.HistoryEntry;
import org.openbits.HistoryEntry.Result;

class HistoryEntryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "https://ann:hunter2@host/a/b,                  https://host/a/b",
        "http://ann%40x:p@ss@host:8080/a,                http://host:8080/a",
        "https://host/a?sig=hunter2&x=y#z,               https://host/a?***",
        "http://ann@host?token=hunter2,                  http://host?***",
        "smb://ann:hunter2@server/share/a,               smb://server/share/a",
        "file:///tmp/what?.txt,                          file:///tmp/what?.txt",
        "/tmp/a@b?c,                                     /tmp/a@b?c",
        "http://host/a@b,                                http://host/a@b"
    })
    void namesNoUserPasswordOrQuery(String remoteName, String expected) {
        FileRecord plain = Records.file(Records.id(1), 0);
        FileRecord file = new FileRecord(
                plain.job(),
                0,
                FileSpec.of(remoteName, "/tmp/a"),
                null,
                false,
                0,
                0,
                false,
                false,
                false,
                null,
                List.of(),
                List.of(),
                null);

        HistoryEntry entry = HistoryEntries.of(Records.job(Records.id(1)), List.of(file), Result.COMPLETED, NOON);

        assertThat(entry.files().get(0).remoteName()).isEqualTo(expected);
    }

    @Test
    void tellsWhatBecameOfAJob() {
        JobRecord job = Records.fullJob(Records.id(1));

        HistoryEntry entry = HistoryEntries.of(job, List.of(Records.fullFile(job.id(), 0)), Result.FAILED, NOON);

        assertThat(entry.error()).isEqualTo(new HistoryEntry.Failure(0x80190194, "Not there."));
        assertThat(entry.bytes()).isEqualTo(12345);
        assertThat(entry.active()).hasMillis(3000);
        assertThat(entry.files().get(0).digest()).isEqualTo("sha256:00ff");
        assertThat(entry.toString()).doesNotContain("hunter2", "swordfish");
    }

    @Test
    void countsTheFilesThatItDoesNotName() {
        List<FileRecord> files = IntStream.range(0, 250)
                .mapToObj(index -> Records.file(Records.id(1), index))
                .toList();

        HistoryEntry entry = HistoryEntries.of(Records.job(Records.id(1)), files, Result.CANCELLED, NOON);

        assertThat(entry.filesTotal()).isEqualTo(250);
        assertThat(entry.files()).hasSize(HistoryEntry.MOST_FILES);
    }
}
