package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.testing.Samba;

/** Names that people give files, up to a share and down again, with a real server. */
class SmbNamesTest {

    private static final List<String> NAMES = List.of(
            "plain.bin",
            "a blank.bin",
            " leading.bin",
            "50%25.bin",
            "50% off.bin",
            "%41.bin",
            "#1.bin",
            "a+b&c=d;e,f.bin",
            "f[1].bin",
            "f1.bin",
            "'quoted' (2) {3} $4 `5`.bin",
            "~BIT.bin",
            "\u00e4\u00df\u4f60.bin",
            "e\u0301.bin",
            "\ud83d\ude00.bin",
            "n".repeat(200) + ".bin");

    @TempDir
    static Path room;

    private static Samba samba;
    private static BackgroundCopyManager manager;

    @BeforeAll
    static void start() {
        samba = Samba.in(room).start();
        manager = BackgroundCopyManager.embedded(room.resolve("home"));
    }

    @AfterAll
    static void stop() {
        if (manager != null) {
            manager.close();
        }
        if (samba != null) {
            samba.close();
        }
    }

    @Test
    void areTheSameAfterTheWayUpAndDown() throws Exception {
        Path from = Files.createDirectories(room.resolve("from"));
        Files.createDirectories(samba.root().resolve("names"));
        List<BackgroundCopyJob> uploads = new ArrayList<>();
        for (String name : NAMES) {
            Path file = Files.writeString(from.resolve(name), "content of " + name);
            uploads.add(transfer(JobType.UPLOAD, samba.name("plain", "names/" + encoded(name)), file));
        }
        uploads.forEach(SmbNamesTest::complete);
        assertThat(namesIn(samba.root().resolve("names"))).containsExactlyInAnyOrderElementsOf(NAMES);

        Path into = Files.createDirectories(room.resolve("into"));
        complete(transfer(JobType.DOWNLOAD, samba.name("plain", "names/*.BIN"), into));

        assertThat(namesIn(into)).containsExactlyInAnyOrderElementsOf(NAMES);
        for (String name : NAMES) {
            assertThat(into.resolve(name)).hasContent("content of " + name);
        }
    }

    /** A set may be part of a name; in a URL its brackets may be octets, which are never a set. */
    @ParameterizedTest
    @CsvSource({
        "f[1].bin, f[1].bin",
        "F[1].BIN, f[1].bin",
        "f%5B1%5D.bin, f[1].bin",
        "g[1].bin, g1.bin",
        "[g-h]1.bin, g1.bin",
        "%2325.bin, #25.bin",
        "#2?.bin, #25.bin"
    })
    void areFoundBeforeTheyArePatterns(String asked, String expected) throws Exception {
        Path directory = Files.createDirectories(samba.root().resolve("sets"));
        for (String name : List.of("f[1].bin", "f1.bin", "g1.bin", "#25.bin")) {
            Files.writeString(directory.resolve(name), "content of " + name);
        }
        Path into = Files.createTempDirectory(room, "sets");
        boolean isPattern = asked.matches(".*[\\[?].*");
        complete(transfer(
                JobType.DOWNLOAD, samba.name("plain", "sets/" + asked), isPattern ? into : into.resolve(expected)));

        assertThat(namesIn(into)).containsExactly(expected);
        assertThat(into.resolve(expected)).hasContent("content of " + expected);
    }

    @Test
    void sayThatTheirOwnersStayBehindWhenAclFlagsAskForThem() throws Exception {
        Files.writeString(samba.root().resolve("owned"), "content");
        for (JobType type : List.of(JobType.DOWNLOAD, JobType.UPLOAD)) {
            Path local = room.resolve("owned");
            BackgroundCopyJob job = manager.createJob(new JobSpec(
                    type,
                    JobSettings.EMPTY.with(JobProperty.ACL_FLAGS, 7L),
                    List.of(FileSpec.of(samba.name("plain", "owned"), local.toString())),
                    List.of(),
                    true));
            complete(job);
            assertThat(job.info().notes())
                    .as("%s", type)
                    .anyMatch(note -> note.startsWith("The ACL flags do nothing with \\\\127.0.0.1\\plain: "));
            assertThat(local).hasContent("content");
        }
    }

    private static BackgroundCopyJob transfer(JobType type, String remote, Path local) {
        JobSettings settings = JobSettings.EMPTY.with(JobProperty.PRIORITY, JobPriority.FOREGROUND);
        return manager.createJob(
                new JobSpec(type, settings, List.of(FileSpec.of(remote, local.toString())), List.of(), true));
    }

    private static void complete(BackgroundCopyJob job) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(JobState.TRANSFERRED));
        job.complete();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> namesIn(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
