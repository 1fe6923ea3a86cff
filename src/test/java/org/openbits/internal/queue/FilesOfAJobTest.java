package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.FileInfo;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobProgress;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;

/** How the files of one job move: several at once, named ahead, and what their servers say of them. */
class FilesOfAJobTest {

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void movesAFewFilesOfAJobAtOnceInTheirOrder() {
        JobId job = fixture.create("fake:/1", "fake:/2", "fake:/3", "fake:/4", "fake:/5", "fake:/6");
        fixture.settle();
        assertThat(fixture.transfers.running())
                .extracting(FakeTransfers.Transfer::toString)
                .containsExactly("fake:/1", "fake:/2", "fake:/3", "fake:/4");
        fixture.transfer("fake:/2").bring(10);
        fixture.transfer("fake:/5").connecting().transferring(10).progress(3);
        fixture.transfer("fake:/1").connecting();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRING);
        assertThat(fixture.info(job).progress().bytesTransferred()).isEqualTo(13);

        fixture.transfer("fake:/3").failTransiently();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSIENT_ERROR);
        assertThat(fixture.transfers.running()).isEmpty();
        fixture.pass(Duration.ofSeconds(5));
        for (String name : List.of("fake:/1", "fake:/3", "fake:/4", "fake:/5", "fake:/6")) {
            fixture.transfer(name).bring(10);
        }
        assertThat(fixture.info(job).progress()).isEqualTo(new JobProgress(60, 60, 6, 6));
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    /** As with BITS, which moves one file after the other: what stands before the bad one in the list is there. */
    @Test
    void aBadFileEndsTheJobWhenTheFilesBeforeItHaveCome() {
        JobId job = fixture.create("fake:/1", "fake:/2", "fake:/3", "fake:/4", "fake:/5");
        fixture.transfer("fake:/1").connecting().transferring(10).progress(3);
        fixture.transfer("fake:/3").failForGood();
        fixture.transfer("fake:/4").bring(10);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRING);
        assertThat(fixture.transfers.running())
                .extracting(FakeTransfers.Transfer::toString)
                .containsExactly("fake:/1", "fake:/2"); // none is begun any more

        fixture.transfer("fake:/2").bring(10);
        fixture.transfer("fake:/1").finish();

        assertThat(fixture.state(job)).isEqualTo(JobState.ERROR);
        assertThat(fixture.info(job).error().fileIndex()).isEqualTo(2);
        assertThat(fixture.info(job).progress().filesTransferred()).isEqualTo(3);
        assertThat(fixture.transfers.running()).isEmpty();
    }

    @Test
    void ofSeveralBadFilesTheFirstInTheListIsTheError() {
        JobId job = fixture.create("fake:/1", "fake:/2", "fake:/3");
        fixture.transfer("fake:/3").failForGood();
        fixture.transfer("fake:/1").failForGood();
        assertThat(fixture.info(job).error().fileIndex()).isZero();
        assertThat(fixture.transfers.running()).isEmpty();
    }

    @Test
    void aBadFileThatWaitsForThoseBeforeItIsTriedAgainAfterASuspend() {
        JobId job = fixture.create("fake:/1", "fake:/2");
        fixture.transfer("fake:/2").failForGood();
        fixture.act(job, JobAction.SUSPEND);
        fixture.act(job, JobAction.RESUME);
        fixture.transfer("fake:/2").bring(10);
        fixture.transfer("fake:/1").bring(10);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void beginsTheNextFileWhileTheDiskTakesTheLast() {
        Policies d = Policies.DEFAULT;
        Policies one = new Policies(
                d.maxActiveTransfers(),
                d.backgroundSlots(),
                1,
                d.maxJobsPerMachine(),
                d.maxJobsPerUser(),
                d.maxFilesPerJob(),
                d.maxRangesPerFile(),
                d.jobInactivityTimeout(),
                d.maxDownloadTime(),
                d.historyAge(),
                d.historyBytes(),
                null);
        try (QueueFixture slow = new QueueFixture(one)) {
            JobId job = slow.create("fake:/a", "fake:/b", "fake:/c");
            slow.transfer("fake:/a").connecting().received(10);
            assertThat(slow.transfer("fake:/b").order.createdBefore()).isFalse();
            assertThat(slow.transfers.running()).hasSize(2);
            assertThat(slow.state(job)).isEqualTo(JobState.TRANSFERRING);
            slow.transfer("fake:/a").connecting(); // it was not what it should be: it needs its connection again
            slow.transfer("fake:/b").bring(10);
            assertThat(slow.transfers.running()).hasSize(1);
        }
    }

    @Test
    void namesFilesAheadAndGivesBackTheNamesItDidNotUse() {
        String[] names = IntStream.range(0, 100).mapToObj(i -> "fake:/" + i).toArray(String[]::new);
        JobId job = fixture.create(names);
        assertThat(named(job)).isBetween(20, 60);
        fixture.store.hold();
        int begun = fixture.transfers.all().size();
        for (int i = 1; i <= 10; i++) { // no commit of a file's own is waited for
            int expected = begun + i;
            fixture.transfers.running().get(0).bring(10);
            Awaitility.await().until(() -> fixture.transfers.all().size() == expected);
        }
        fixture.store.release();

        fixture.act(job, JobAction.SUSPEND);

        assertThat(named(job)).isEqualTo(fixture.transfers.all().size());
    }

    private int named(JobId job) {
        return (int) get(fixture.channel.files(job)).stream()
                .filter(file -> file.temporaryName() != null)
                .count();
    }

    @Test
    void showsWhereRedirectsLedAndStillBeginsAtTheFirstName() {
        JobId job = fixture.create("fake:/first");
        fixture.transfer("fake:/first").connecting().transferring(10, "fake:/led-to", null);
        fixture.settle();
        assertThat(get(fixture.channel.files(job)).get(0).remoteName()).isEqualTo("fake:/led-to");
        fixture.transfer("fake:/first").failTransiently();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSIENT_ERROR);
        fixture.pass(Duration.ofMinutes(1));

        assertThat(fixture.transfers.running())
                .extracting(FakeTransfers.Transfer::toString)
                .containsExactly("fake:/first");
        fixture.crash();
        assertThat(get(fixture.channel.files(job)).get(0).remoteName()).isEqualTo("fake:/led-to");
        fixture.transfer("fake:/first").bring(10);
    }

    @Test
    void saysOnceWhatServersCannotDo() {
        JobId job = fixture.create("fake:/1", "fake:/2");
        fixture.transfer("fake:/1").connecting().transferring(10, "fake:/1", null);
        fixture.transfer("fake:/2").connecting().transferring(10, "fake:/2", null);

        assertThat(fixture.info(job).notes()).containsExactly("cannot resume");
    }

    @Test
    void callsAFileWhatItsServerCallsItWhenItMayAndTheNameIsFree() {
        List<FileSpec> files = QueueFixture.files("fake:/1", "fake:/2", "fake:/3").stream()
                .map(file -> file.withServerMayName(!file.remoteName().endsWith("3")))
                .toList();
        JobSpec spec = JobSpec.download("named").withFiles(files).resumed();
        JobId job = get(fixture.channel.create(JobId.random(), spec)).id();
        for (String name : List.of("fake:/1", "fake:/2", "fake:/3")) {
            fixture.transfer(name).connecting().transferring(10, name, "/data/report.pdf");
        }

        fixture.settle();
        assertThat(get(fixture.channel.files(job)))
                .extracting(FileInfo::localName)
                .containsExactly("/data/report.pdf", "/data/2", "/data/3");
        for (String name : List.of("fake:/1", "fake:/2", "fake:/3")) {
            fixture.transfer(name).transferring(10, name, "/data/report.pdf").finish();
        }
        fixture.act(job, JobAction.COMPLETE);
        assertThat(fixture.disk.published).containsExactlyInAnyOrder("/data/report.pdf", "/data/2", "/data/3");
    }
}
