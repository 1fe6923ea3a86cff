package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.ErrorCode;
import org.openbits.FileRange;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.transfer.Checkpoint.Range;
import org.openbits.internal.transfer.Demand;

/** Ranges that are asked for, and on-demand mode, in the eyes of the queue. */
class DemandsTest {

    private static final JobSettings ON_DEMAND = JobSettings.EMPTY.with(JobProperty.ON_DEMAND, true);

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void ask(JobId job, int file, FileRange... ranges) {
        get(fixture.channel.requestRanges(job, file, List.of(ranges)));
        fixture.settle();
    }

    @Test
    void aRequestStopsTheTransferAndBeginsAnewWithTheNewestWishFirst() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").connecting().transferring(1000).checkpoint(100);
        ask(job, 0, new FileRange(500, 10));
        ask(job, 0, new FileRange(800, FileRange.TO_EOF), new FileRange(700, 1));

        assertThat(fixture.transfer("fake:/a").order.demand())
                .isEqualTo(new Demand(
                        List.of(new FileRange(800, FileRange.TO_EOF), new FileRange(700, 1), new FileRange(500, 10)),
                        false));
        assertThat(fixture.transfers.of("fake:/a").order.checkpoint().heldBytes())
                .isEqualTo(100);
        assertThat(fixture.transfers.running()).hasSize(1);
    }

    @Test
    void onDemandNothingStartsUnasked() {
        JobId job = fixture.create(ON_DEMAND, true, "fake:/a", "fake:/b");
        assertThat(fixture.state(job)).isEqualTo(JobState.SUSPENDED);
        assertThat(fixture.transfers.all()).isEmpty();
    }

    @Test
    void onDemandTheJobSuspendsWhenTheLastWishIsMet() {
        JobId job = fixture.create(ON_DEMAND, false, "fake:/a", "fake:/b", "fake:/c");
        ask(job, 0, new FileRange(0, 10));
        ask(job, 2, new FileRange(5, 10));
        fixture.act(job, JobAction.RESUME);

        fixture.transfer("fake:/a")
                .connecting()
                .transferring(100)
                .checkpoint(10)
                .demandMet();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRING);
        fixture.transfer("fake:/c").transferring(100).checkpoint(20).demandMet();

        assertThat(fixture.state(job)).isEqualTo(JobState.SUSPENDED);
        assertThat(fixture.transfers.all()).hasSize(2);
        assertThat(get(fixture.channel.details(job, 2)).filledRanges()).containsExactly(new FileRange(0, 20));
    }

    @Test
    void aRequestThatComesWhileTheLastIsMetIsNotLost() {
        fixture.transfers.stopSlowly();
        JobId job = fixture.create(ON_DEMAND, false, "fake:/a");
        ask(job, 0, new FileRange(0, 10));
        fixture.act(job, JobAction.RESUME);
        FakeTransfers.Transfer first =
                fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(10);
        ask(job, 0, new FileRange(50, 10));
        first.demandMet();

        assertThat(fixture.transfer("fake:/a").order.demand().first())
                .containsExactly(new FileRange(50, 10), new FileRange(0, 10));
        assertThat(fixture.state(job)).isIn(JobState.CONNECTING, JobState.QUEUED);
    }

    /** Killed between the last byte and the word that the file is whole. */
    @Test
    void onDemandAFileWhoseEveryByteIsThereBecomesWhole() {
        JobId job = fixture.create(ON_DEMAND, false, "fake:/a");
        ask(job, 0, new FileRange(0, FileRange.TO_EOF));
        fixture.act(job, JobAction.RESUME);
        fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(100);
        fixture.settle();
        fixture.crash();

        assertThat(fixture.transfer("fake:/a").order.demand().first()).containsExactly(new FileRange(99, 1));
        fixture.transfer("fake:/a").bring(100);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void morePartsThanThePolicyAllowsAreRefused() {
        JobId job = fixture.create(ON_DEMAND, false, "fake:/a");
        FileRange[] many = new FileRange[Policies.DEFAULT.maxRangesPerFile() + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = new FileRange(2L * i, 1);
        }
        JobQueueTest.refuses(ErrorCode.BG_E_TOO_MANY_RANGES_IN_FILE, () -> ask(job, 0, many));
    }

    /** Ranges that came add up until the job's own interval is over; what is left is told at the end. */
    @Test
    void rangesAreToldAsOftenAsTheJobSays() {
        List<List<FileRange>> told = new CopyOnWriteArrayList<>();
        fixture.channel.subscribe(event -> {
            if (event.kind() == JobEvent.Kind.FILE_RANGES_TRANSFERRED) {
                told.add(event.ranges());
            }
        });
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.NOTIFY_FLAGS, 32L)
                .with(JobProperty.MINIMUM_NOTIFICATION_INTERVAL, 60_000L);
        fixture.create(settings, true, "fake:/a");
        FakeTransfers.Transfer transfer =
                fixture.transfer("fake:/a").connecting().transferring(100);
        fixture.pass(Duration.ofMinutes(2));
        transfer.checkpoint(10);
        fixture.settle();
        transfer.checkpoint(20);
        fixture.settle();
        fixture.pass(Duration.ofSeconds(30));
        transfer.checkpoint(30);
        fixture.settle();
        fixture.pass(Duration.ofSeconds(31));
        transfer.checkpoint(40);
        fixture.settle();
        transfer.checkpoint(50);
        fixture.settle();
        transfer.finish();

        Awaitility.await()
                .untilAsserted(() -> assertThat(told)
                        .containsExactly(
                                List.of(new FileRange(0, 10)),
                                List.of(new FileRange(10, 30)),
                                List.of(new FileRange(40, 60))));
    }

    @Test
    void withoutTheFlagNoRangesAreTold() {
        List<JobEvent.Kind> heard = new CopyOnWriteArrayList<>();
        fixture.channel.subscribe(event -> heard.add(event.kind()));
        fixture.create("fake:/a");
        fixture.transfer("fake:/a")
                .connecting()
                .transferring(100)
                .checkpoint(10)
                .finish();
        Awaitility.await().until(() -> heard.contains(JobEvent.Kind.TRANSFERRED));
        assertThat(heard).doesNotContain(JobEvent.Kind.FILE_RANGES_TRANSFERRED);
    }

    @Test
    void aPositionPutsWhatLiesBehindItFirst() {
        List<FileRange> asked =
                List.of(new FileRange(0, 10), new FileRange(50, 10), new FileRange(90, FileRange.TO_EOF));
        assertThat(Demand.from(asked, 55))
                .containsExactly(
                        new FileRange(55, 5),
                        new FileRange(90, FileRange.TO_EOF),
                        new FileRange(0, 10),
                        new FileRange(50, 5));
        assertThat(Demand.from(asked, 0)).isEqualTo(asked);
        assertThat(Demand.from(List.of(), 5)).isEmpty();
    }

    @Test
    void filledIsWhatCameSince() {
        assertThat(Demand.filled(List.of(), List.of(new Range(0, 10)))).containsExactly(new FileRange(0, 10));
        assertThat(Demand.filled(List.of(new Range(2, 4), new Range(6, 10)), List.of(new Range(0, 12))))
                .containsExactly(new FileRange(0, 2), new FileRange(4, 2), new FileRange(10, 2));
        assertThat(Demand.filled(List.of(new Range(0, 10)), List.of(new Range(0, 10))))
                .isEmpty();
    }
}
