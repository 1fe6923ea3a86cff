package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyFile;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Parts of a file as they are asked for, from a real server, on a real queue and store. */
@Timeout(300)
class OnDemandTest {

    private static final int SIZE = 3_000_000;

    @TempDir
    Path directory;

    private final byte[] content = new byte[SIZE];
    private FaultyServer server;
    private BackgroundCopyManager manager;

    @BeforeEach
    void open() {
        new Random(1).nextBytes(content);
        server = FaultyServer.serving(content);
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
    }

    @AfterEach
    void close() {
        manager.close();
        server.close();
    }

    private BackgroundCopyJob job(JobSettings settings) {
        return manager.createJob(new JobSpec(
                JobType.DOWNLOAD,
                settings.with(JobProperty.DISPLAY_NAME, "parts"),
                List.of(FileSpec.of(server.url(), directory.resolve("file").toString())),
                List.of(),
                false));
    }

    private BackgroundCopyJob onDemand() {
        return job(JobSettings.EMPTY.with(JobProperty.ON_DEMAND, true).with(JobProperty.NOTIFY_FLAGS, 32L));
    }

    private static BackgroundCopyFile file(BackgroundCopyJob job) {
        return job.files().get(0);
    }

    private static void await(BackgroundCopyJob job, JobState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(state));
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void assertHolds(BackgroundCopyJob job, FileRange... ranges) throws IOException {
        assertThat(file(job).filledRanges()).containsExactly(ranges);
        byte[] there =
                Files.readAllBytes(Path.of(String.valueOf(file(job).info().temporaryName())));
        for (FileRange range : ranges) {
            int from = (int) range.offset();
            int to = (int) (range.offset() + range.length());
            assertThat(Arrays.equals(there, from, to, content, from, to))
                    .as(range.toString())
                    .isTrue();
        }
    }

    @Test
    void fetchesWhatIsAskedForAndNothingElse() throws IOException {
        List<FileRange> told = new CopyOnWriteArrayList<>();
        manager.subscribe(new BackgroundCopyCallback() {
            @Override
            public void fileRangesTransferred(JobInfo info, int fileIndex, List<FileRange> ranges) {
                told.addAll(ranges);
            }
        });
        BackgroundCopyJob job = onDemand();
        file(job).requestRanges(List.of(new FileRange(2_000_000, 1000), new FileRange(500, 100)));
        assertThat(server.requests()).isEmpty();

        job.resume();
        await(job, JobState.SUSPENDED);
        assertHolds(job, new FileRange(500, 100), new FileRange(2_000_000, 1000));
        assertThat(server.requests())
                .extracting(FaultyServer.Request::range)
                .containsExactly("bytes=2000000-2000999", "bytes=500-599");
        assertThat(job.info().reason().sentence()).contains("ask for ranges");
        assertThat(file(job).responseHeaders()).anyMatch(line -> line.startsWith("ETag:"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(told)
                        .containsExactlyInAnyOrder(new FileRange(500, 100), new FileRange(2_000_000, 1000)));

        JobId id = job.id();
        manager.close();
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
        job = manager.job(id);
        assertHolds(job, new FileRange(500, 100), new FileRange(2_000_000, 1000));

        job.resume();
        await(job, JobState.SUSPENDED);
        assertThat(server.requests()).as("nothing new was asked for").hasSize(2);

        file(job).requestRanges(List.of(new FileRange(0, FileRange.TO_EOF)));
        job.resume();
        await(job, JobState.TRANSFERRED);
        assertThat(file(job).filledRanges()).containsExactly(new FileRange(0, SIZE));
        job.complete();
        assertThat(directory.resolve("file")).hasBinaryContent(content);
    }

    @Test
    void thePartsOfAnotherVersionAreAllFetchedAnew() throws IOException {
        BackgroundCopyJob job = onDemand();
        file(job).requestRanges(List.of(new FileRange(100, 100)));
        job.resume();
        await(job, JobState.SUSPENDED);

        new Random(2).nextBytes(content);
        server.content(content);
        file(job).requestRanges(List.of(new FileRange(1_000_000, 50)));
        job.resume();
        await(job, JobState.SUSPENDED);

        assertHolds(job, new FileRange(100, 100), new FileRange(1_000_000, 50));
    }

    @Test
    void aRangeBeyondTheEndIsRefusedOnceTheEndIsKnown() {
        BackgroundCopyJob job = onDemand();
        file(job).requestRanges(List.of(new FileRange(SIZE, 10)));
        job.resume();
        await(job, JobState.ERROR);
        assertThat(job.error().code()).isEqualTo(ErrorCode.BG_E_INVALID_RANGE);

        BackgroundCopyJob other = onDemand();
        file(other).requestRanges(List.of(new FileRange(0, 10)));
        other.resume();
        await(other, JobState.SUSPENDED);
        refused(ErrorCode.BG_E_INVALID_RANGE, () -> file(other).requestRanges(List.of(new FileRange(SIZE - 5, 6))));
    }

    @Test
    void aServerWithoutRangesIsAnError() {
        server.always(Fault.IGNORE_RANGE);
        BackgroundCopyJob job = onDemand();
        file(job).requestRanges(List.of(new FileRange(10, 10)));
        job.resume();
        await(job, JobState.ERROR);
        assertThat(job.error().code()).isEqualTo(ErrorCode.BG_E_RANDOM_ACCESS_NOT_SUPPORTED);
    }

    @Test
    void anOrdinaryJobFetchesTheRestAfterwards() {
        BackgroundCopyJob job = job(JobSettings.EMPTY);
        file(job).updateDownloadPosition(2_500_000);
        file(job).requestRanges(List.of(new FileRange(1_000_000, 1_000)));
        job.resume();
        await(job, JobState.TRANSFERRED);

        assertThat(server.requests()).extracting(FaultyServer.Request::from).startsWith(1_000_000L, 2_500_000L, 0L);
        job.complete();
        assertThat(directory.resolve("file")).hasBinaryContent(content);
    }

    @Test
    void anOrdinaryJobGivesTheWishUpWhereTheServerHasNoRanges() {
        server.always(Fault.IGNORE_RANGE);
        BackgroundCopyJob job = job(JobSettings.EMPTY);
        file(job).requestRanges(List.of(new FileRange(1_000_000, 1_000)));
        job.resume();
        await(job, JobState.TRANSFERRED);

        job.complete();
        assertThat(directory.resolve("file")).hasBinaryContent(content);
    }

    @Test
    void whereItIsNotPossibleItIsRefused() throws IOException {
        FileSpec ranged = FileSpec.of(server.url(), directory.resolve("file").toString())
                .withRanges(List.of(new FileRange(5, 5)));
        Path local = Files.write(directory.resolve("source"), content);
        List<FileRange> some = List.of(new FileRange(0, 1));
        BackgroundCopyJob withRanges =
                manager.createJob(JobSpec.download("ranged").withFiles(List.of(ranged)));
        BackgroundCopyJob copy = manager.createJob(JobSpec.download("copy")
                .withFiles(List.of(FileSpec.of(
                        local.toUri().toString(), directory.resolve("copy").toString()))));
        BackgroundCopyJob upload = manager.createJob(JobSpec.upload("up", local.toString(), server.url("/in/a")));
        BackgroundCopyJob dynamic = job(JobSettings.EMPTY.with(JobProperty.DYNAMIC_CONTENT, true));
        for (BackgroundCopyJob job : List.of(withRanges, copy, upload, dynamic)) {
            refused(ErrorCode.BG_E_RANDOM_ACCESS_NOT_SUPPORTED, () -> file(job).requestRanges(some));
            refused(ErrorCode.BG_E_RANDOM_ACCESS_NOT_SUPPORTED, () -> file(job).updateDownloadPosition(1));
        }
        refused(ErrorCode.BG_E_RANDOM_ACCESS_NOT_SUPPORTED, () -> dynamic.set(JobProperty.ON_DEMAND, true));
        refused(ErrorCode.E_INVALIDARG, () -> file(onDemand()).requestRanges(List.of()));
    }
}
