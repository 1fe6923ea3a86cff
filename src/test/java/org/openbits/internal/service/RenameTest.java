package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Half of a file is there when its remote name is changed: the other half comes from the new one only if both are one file. */
class RenameTest {

    private static final int SIZE = 300_000;

    @TempDir
    Path directory;

    private final byte[] content = content(1);
    private final FaultyServer former = FaultyServer.serving(content);
    private final FaultyServer other = FaultyServer.serving(content);
    private BackgroundCopyManager manager;
    private BackgroundCopyJob job;

    private static byte[] content(long seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void fetchHalf() {
        former.faults(Fault.cutShort(200_000)).always(Fault.status(503));
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
        job = manager.createJob(JobSpec.download("renamed")
                .withFiles(List.of(
                        FileSpec.of(former.url("a"), directory.resolve("a").toString())))
                .resumed());
        await(JobState.TRANSIENT_ERROR);
        assertThat(job.progress().bytesTransferred()).isPositive();
    }

    @AfterEach
    void close() {
        manager.close();
        former.close();
        other.close();
    }

    private void await(JobState state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(state));
    }

    private void rename(boolean byPrefix) {
        if (byPrefix) {
            assertThat(job.replaceRemotePrefix(former.url(""), other.url(""))).isEqualTo(ErrorCode.S_OK);
        } else {
            job.files().get(0).setRemoteName(other.url("a"));
        }
        job.resume();
        await(JobState.TRANSFERRED);
        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEntityTagOfTheFormerServerProvesNothing(boolean byPrefix) {
        byte[] another = content(2);
        String tag = former.version().etag();
        other.content(another).always(Fault.header("ETag", tag).and(Fault.IF_RANGE_IGNORED));

        rename(byPrefix);

        assertThat(directory.resolve("a")).hasBinaryContent(another);
    }

    @Test
    void sameTimeAndSizeGoOnWhereTheFormerStopped() {
        other.always(Fault.header("ETag", "\"of another machine\""));

        rename(false);

        assertThat(directory.resolve("a")).hasBinaryContent(content);
        assertThat(other.requests().get(0).from()).isPositive();
        assertThat(other.requests().get(0).ifRange()).isEqualTo(former.version().lastModified());
    }

    @Test
    void theSameNameAgainChangesNothing() {
        former.recovered();
        job.files().get(0).setRemoteName(former.url("a"));
        job.resume();
        await(JobState.TRANSFERRED);

        assertThat(former.requests().get(former.requests().size() - 1).ifRange())
                .isEqualTo(former.version().etag());
    }
}
