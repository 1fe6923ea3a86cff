package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobReason;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.transfer.TransferObserver;
import org.openbits.spi.Severity;

/** What is tried again and when, and what waits for an event. */
class RetryTest {

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aNetworkThatComesUpEndsEveryWait() {
        JobId one = fixture.create("fake:/a");
        JobId two = fixture.create("fake:/b");
        fixture.transfer("fake:/a").failTransiently();
        fixture.transfer("fake:/b")
                .fail(ErrorCode.BG_E_NETWORK_DISCONNECTED, new Severity.WaitFor(Severity.Event.NETWORK));
        assertThat(fixture.info(two).reason().kind()).isEqualTo(JobReason.Kind.NETWORK);
        fixture.queue.networkCameUp();
        fixture.settle();

        assertThat(fixture.state(one)).isEqualTo(JobState.CONNECTING);
        assertThat(fixture.state(two)).isEqualTo(JobState.CONNECTING);
    }

    @Test
    void waitsForSpaceWithoutCountingErrors() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").fail(ErrorCode.ERROR_DISK_FULL, new Severity.WaitFor(Severity.Event.SPACE));

        JobInfo info = fixture.info(job);
        assertThat(info.state()).isEqualTo(JobState.TRANSIENT_ERROR);
        assertThat(info.reason().kind()).isEqualTo(JobReason.Kind.SPACE);
        assertThat(info.errorCount()).isZero();
        fixture.pass(info.reason().nextTry());
        fixture.transfer("fake:/a").bring(1);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void obeysRetryAfter() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").fail(ErrorCode.http(503), new Severity.RetryAfter(Duration.ofMinutes(20)));

        assertThat(fixture.info(job).reason().nextTry()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void retriesByTheRetryRule() {
        JobId job = fixture.create("fake:/a");
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            fixture.transfer("fake:/a").failTransiently();
            JobInfo info = fixture.info(job);
            assertThat(info.state()).isEqualTo(JobState.TRANSIENT_ERROR);
            assertThat(info.errorCount()).isEqualTo(i + 1);
            Duration next = info.reason().nextTry();
            waits.add(next.toSeconds());
            fixture.pass(next.minusMillis(1));
            assertThat(fixture.state(job)).isEqualTo(JobState.TRANSIENT_ERROR);
            fixture.pass(Duration.ofMillis(1));
        }
        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);

        fixture.transfer("fake:/a").connecting().transferring(10).progress(1).failTransiently();
        assertThat(fixture.info(job).reason().nextTry()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void givesUpAfterTheNoProgressTimeout() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").failTransiently();
        Duration left = Duration.ofDays(14);
        while (fixture.state(job) == JobState.TRANSIENT_ERROR) {
            Duration step = fixture.info(job).reason().nextTry();
            fixture.pass(step.compareTo(left) < 0 ? step : left);
            left = left.minus(step);
            if (fixture.state(job) == JobState.CONNECTING) {
                fixture.transfer("fake:/a").failTransiently();
            }
        }
        assertThat(left).isLessThanOrEqualTo(Duration.ZERO);
        assertThat(fixture.state(job)).isEqualTo(JobState.ERROR);
        assertThat(fixture.info(job).error().code()).isEqualTo(ErrorCode.BG_E_NO_PROGRESS);
    }

    @Test
    void fatalErrorsWaitForTheOwnerAndLeaveTheOthersGoing() {
        JobId broken = fixture.create("fake:/a");
        JobId sound = fixture.create("fake:/b");
        fixture.transfer("fake:/a").failForGood();
        fixture.transfer("fake:/b").bring(1);

        JobInfo info = fixture.info(broken);
        assertThat(info.state()).isEqualTo(JobState.ERROR);
        assertThat(info.error().code().httpStatus()).isEqualTo(404);
        assertThat(info.reason().kind()).isEqualTo(JobReason.Kind.FIX);
        assertThat(fixture.state(sound)).isEqualTo(JobState.TRANSFERRED);

        fixture.act(broken, JobAction.RESUME);
        fixture.transfer("fake:/a").bring(1);
        assertThat(fixture.state(broken)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void withoutANetworkAJobWaitsForOneAndAllGoOnTogether() {
        JobId far = fixture.create("fake:/far");
        JobId other = fixture.create("fake:/other");
        fixture.queue.networkWentAway();
        fixture.transfer("fake:/far").fail(ErrorCode.ERROR_INTERNET_CANNOT_CONNECT, Severity.TRANSIENT);
        fixture.transfer("fake:/other").failTransiently();

        JobInfo waits = fixture.info(far);
        assertThat(waits.state()).isEqualTo(JobState.TRANSIENT_ERROR);
        assertThat(waits.error().code()).isEqualTo(ErrorCode.BG_E_NETWORK_DISCONNECTED);
        assertThat(waits.reason().kind()).isEqualTo(JobReason.Kind.NETWORK);
        assertThat(waits.reason().since()).isEqualTo(QueueFixture.START);
        assertThat(fixture.info(other).reason().kind()).isEqualTo(JobReason.Kind.RETRY);

        JobId late = fixture.create("fake:/late");
        assertThat(fixture.info(late).reason().kind()).isEqualTo(JobReason.Kind.NETWORK);
        assertThat(fixture.info(late).errorCount()).isZero();
        assertThat(fixture.transfers.running()).isEmpty();
        get(fixture.channel.act(late, JobAction.CANCEL));

        fixture.queue.networkCameUp();
        fixture.settle();
        assertThat(fixture.transfers.running())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("fake:/far", "fake:/other");
        fixture.transfer("fake:/far").fail(ErrorCode.ERROR_INTERNET_CANNOT_CONNECT, Severity.TRANSIENT);
        assertThat(fixture.info(far).error().code()).isEqualTo(ErrorCode.ERROR_INTERNET_CANNOT_CONNECT);
    }

    @Test
    void aServerOnThisHostNeedsNoNetwork() {
        TransferObserver.Failure refused = new TransferObserver.Failure(
                ErrorCode.ERROR_INTERNET_CANNOT_CONNECT,
                ErrorContext.GENERAL_TRANSPORT,
                Severity.TRANSIENT,
                "refused",
                "http",
                false);
        assertThat(Offline.explains(refused, "http://host/a")).isTrue();
        assertThat(Offline.explains(refused, "http://localhost.example/a")).isTrue();
        assertThat(Offline.explains(refused, "http://127.0.0.1:80/a")).isFalse();
        assertThat(Offline.explains(refused, "https://ann@localhost/a")).isFalse();
        assertThat(Offline.explains(refused, "http://[::1]:8080")).isFalse();

        assertThat(Offline.needsNetwork("https://host/a")).isTrue();
        assertThat(Offline.needsNetwork("smb://host/share/a")).isTrue();
        assertThat(Offline.needsNetwork("\\\\host\\share\\a")).isTrue();
        assertThat(Offline.needsNetwork("http://localhost:80/a")).isFalse();
        assertThat(Offline.needsNetwork("\\\\127.0.0.1\\share\\a")).isFalse();
        assertThat(Offline.needsNetwork("smb://localhost/share/a")).isFalse();
        assertThat(Offline.needsNetwork("\\\\localhost.example\\share\\a")).isTrue();
        assertThat(Offline.needsNetwork("file:///srv/a")).isFalse();
        assertThat(Offline.needsNetwork("/srv/a")).isFalse();
        assertThat(Offline.needsNetwork("C:\\a")).isFalse();
    }
}
