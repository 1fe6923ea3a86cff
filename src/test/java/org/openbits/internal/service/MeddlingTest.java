package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Another program lays hands on the files of a job. What gets its final name is what the server sent, or nothing does. */
class MeddlingTest {

    private static final Fault NO_TIME = Fault.without("Last-Modified");

    @TempDir
    Path directory;

    private final byte[] content = new byte[300_000];
    private final FaultyServer server;
    private BackgroundCopyManager manager;

    MeddlingTest() {
        new Random(7).nextBytes(content);
        server = FaultyServer.serving(content);
    }

    @AfterEach
    void close() {
        if (manager != null) {
            manager.close();
        }
        server.close();
    }

    private BackgroundCopyJob begin(FileSpec... files) {
        if (manager == null) {
            manager = BackgroundCopyManager.embedded(directory.resolve("home"));
        }
        return manager.createJob(
                JobSpec.download("meddled").withFiles(List.of(files)).resumed());
    }

    private FileSpec file(String name) {
        return FileSpec.of(server.url(name), directory.resolve(name).toString());
    }

    private static void await(BackgroundCopyJob job, JobState state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(state));
    }

    private static Path temporary(BackgroundCopyJob job, int index) {
        return Path.of(job.files().get(index).info().temporaryName());
    }

    private static void refusesToComplete(BackgroundCopyJob job, ErrorCode code) {
        assertThatThrownBy(job::complete)
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** The server tells no time by which the two could be told apart. */
    @Test
    void anOlderFileOfTheSameLengthIsNotTakenForTheTransferredOne() throws IOException {
        server.always(NO_TIME);
        Path older = Files.write(directory.resolve("a"), new byte[content.length]);
        BackgroundCopyJob job = begin(file("a"));
        await(job, JobState.TRANSFERRED);
        Files.setLastModifiedTime(older, java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
        Files.delete(temporary(job, 0));

        refusesToComplete(job, ErrorCode.ERROR_FILE_NOT_FOUND);

        assertThat(job.state()).isEqualTo(JobState.TRANSFERRED);
        assertThat(older).hasBinaryContent(new byte[content.length]);
    }

    /** What is gone can be fetched again: the owner declares it invalid. */
    @Test
    void aTransferredFileThatWasRemovedIsFetchedAgainOnRequest() throws IOException {
        BackgroundCopyJob job = begin(file("a"));
        await(job, JobState.TRANSFERRED);
        Files.delete(temporary(job, 0));
        refusesToComplete(job, ErrorCode.ERROR_FILE_NOT_FOUND);

        job.files().get(0).setValidationState(false);
        job.resume();
        await(job, JobState.TRANSFERRED);

        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(directory.resolve("a")).hasBinaryContent(content);
    }

    /** As after a power cut that the directory's new entry did not outlive: the ledger names bytes of no file. */
    @Test
    void aFileThatIsNotThereAnyMoreIsFetchedFromItsFirstByte() throws IOException {
        server.faults(Fault.cutShort(200_000)).always(Fault.status(503));
        BackgroundCopyJob job = begin(file("a"));
        await(job, JobState.TRANSIENT_ERROR);
        assertThat(job.progress().bytesTransferred()).isPositive();
        Path lost = temporary(job, 0);
        manager.close();
        Files.delete(lost);
        server.recovered();

        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
        BackgroundCopyJob again = manager.job(job.id());
        again.resume();
        await(again, JobState.TRANSFERRED);

        assertThat(again.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(directory.resolve("a")).hasBinaryContent(content);
    }

    @Test
    void aFileThatIsCutInMidTransferIsNotFilledUpWithZeros() throws IOException {
        server.faults(Fault.stallAfter(200_000));
        BackgroundCopyJob job = begin(file("a"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> job.progress().bytesTransferred() >= 150_000);
        cut(temporary(job, 0), 1000);
        job.suspend();
        job.resume();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> job.state() == JobState.TRANSFERRED || job.state() == JobState.ERROR);

        if (job.state() == JobState.ERROR) {
            job.resume();
            await(job, JobState.TRANSFERRED);
        }
        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(directory.resolve("a")).hasBinaryContent(content);
    }

    private static void cut(Path file, long length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a directory with open files cannot be removed there")
    void aDirectoryThatIsRemovedAndMadeAgainEndsInAnErrorThatResumeEnds() throws IOException {
        server.faults(Fault.stallAfter(200_000));
        Path inner = Files.createDirectory(directory.resolve("inner"));
        BackgroundCopyJob job =
                begin(FileSpec.of(server.url("a"), inner.resolve("a").toString()));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> job.progress().bytesTransferred() >= 150_000);
        Files.delete(temporary(job, 0));
        Files.delete(inner);
        Files.createDirectory(inner);
        job.suspend();
        job.resume();
        await(job, JobState.TRANSFERRED);

        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(inner.resolve("a")).hasBinaryContent(content);
    }

    /** The first has the name, the second says that it is taken and keeps its bytes until there is room for it. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there")
    void twoFilesOfOneJobDoNotReplaceEachOtherHoweverTheirNamesAreSpelled() throws IOException {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), inner);
        BackgroundCopyJob job = begin(
                FileSpec.of(server.url("1"), inner.resolve("a").toString()),
                FileSpec.of(server.url("2"), link.resolve("a").toString()));
        await(job, JobState.TRANSFERRED);

        refusesToComplete(job, ErrorCode.ERROR_FILE_EXISTS);
        refusesToComplete(job, ErrorCode.ERROR_FILE_EXISTS);
        assertThat(inner.resolve("a")).hasBinaryContent(content);
        Files.move(inner.resolve("a"), inner.resolve("first"));

        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(inner.resolve("a")).hasBinaryContent(content);
        assertThat(inner.resolve("first")).hasBinaryContent(content);
    }

    @Test
    void aNameThatAFileOfTheJobHasIsRefused() {
        BackgroundCopyJob job = begin(file("a"));
        Path again = directory.resolve("home").resolve("..").resolve("a");

        assertThatThrownBy(() -> job.addFile(server.url("b"), again.toString()))
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E_INVALIDARG))
                .hasMessageContaining("a");
        assertThatThrownBy(() -> begin(file("b"), file("c"), file("b"))).isInstanceOf(BitsException.class);
        assertThat(job.files()).hasSize(1);
    }
}
