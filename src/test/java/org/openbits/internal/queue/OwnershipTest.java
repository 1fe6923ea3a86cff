package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.JobQueueTest.refuses;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.ErrorCode;
import org.openbits.FileRange;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.JobChannel;

/** Whose a job is: who may see and change it, what an administrator may, what a new owner gets. */
class OwnershipTest {

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anAdministratorTakesAJobOverWithoutItsSecrets() {
        JobId job = fixture.create(
                JobSettings.EMPTY
                        .with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: hunter2"))
                        .with(JobProperty.NOTIFY_COMMAND_LINE, List.of("/bin/true")),
                false,
                "fake:/a");
        refuses(ErrorCode.E_ACCESSDENIED, () -> fixture.act(job, JobAction.TAKE_OWNERSHIP));
        var root = fixture.queue.channel(new Caller("root", true));
        JobInfo taken = get(root.act(job, JobAction.TAKE_OWNERSHIP)).job();

        assertThat(taken.owner()).isEqualTo("root");
        assertThat(taken.settings().get(JobProperty.CUSTOM_HEADERS)).isEmpty();
        assertThat(taken.settings().get(JobProperty.NOTIFY_COMMAND_LINE)).isEmpty();
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(fixture.channel.info(job)));
    }

    @Test
    void limitsHoldForOrdinaryUsersOnly() {
        fixture.queue.setPolicies(new Policies(
                32, 4, 4, 3, 2, 2, 2, Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(365), 64L << 20, null));
        fixture.create(JobSettings.EMPTY, false, "fake:/a", "fake:/b");
        JobSpec spec = JobSpec.download("more");
        refuses(
                ErrorCode.BG_E_TOO_MANY_FILES_IN_JOB,
                () -> get(fixture.channel.create(
                        JobId.random(), spec.withFiles(QueueFixture.files("fake:/1", "fake:/2", "fake:/3")))));
        get(fixture.channel.create(JobId.random(), spec));
        refuses(ErrorCode.BG_E_TOO_MANY_JOBS_PER_USER, () -> get(fixture.channel.create(JobId.random(), spec)));
        var bob = fixture.queue.channel(new Caller("bob", false));
        get(bob.create(JobId.random(), spec));
        refuses(ErrorCode.BG_E_TOO_MANY_JOBS_PER_MACHINE, () -> get(bob.create(JobId.random(), spec)));
        get(fixture.queue.channel(new Caller("root", true)).create(JobId.random(), spec));
    }

    @Test
    void othersHistoryIsForAdministrators() {
        fixture.act(fixture.create("fake:/a"), JobAction.CANCEL);
        JobChannel bob = fixture.queue.channel(new Caller("bob", false));
        JobChannel root = fixture.queue.channel(new Caller("root", true));

        assertThat(get(fixture.channel.history(false, 5))).hasSize(1);
        assertThat(get(bob.history(false, 5))).isEmpty();
        assertThat(get(root.history(true, 5))).hasSize(1);
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(bob.history(true, 5)));
    }

    private enum Who {
        OWNER,
        STRANGER,
        ADMINISTRATOR
    }

    private JobChannel channel(Who who) {
        return switch (who) {
            case OWNER -> fixture.channel;
            case STRANGER -> fixture.queue.channel(new Caller("bob", false));
            case ADMINISTRATOR -> fixture.queue.channel(new Caller("root", true));
        };
    }

    private interface Operation {
        CompletableFuture<?> on(JobChannel channel, JobId job);
    }

    /** What each operation answers to owner, stranger and administrator; the last column is what BITS keeps for owners. */
    @TestFactory
    Stream<DynamicTest> whoMayDoWhat() {
        AuthCredentials account = new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "ann", "swordfish");
        Map<String, Operation> forAdministratorsToo = Map.ofEntries(
                Map.entry("read", (channel, job) -> channel.info(job)),
                Map.entry("files", (channel, job) -> channel.files(job)),
                Map.entry("details", (channel, job) -> channel.details(job, 0)),
                Map.entry("add a file", (channel, job) -> channel.addFiles(job, QueueFixture.files("fake:/more"))),
                Map.entry(
                        "priority",
                        (channel, job) ->
                                channel.change(job, JobSettings.EMPTY.with(JobProperty.PRIORITY, JobPriority.LOW))),
                Map.entry("suspend", (channel, job) -> channel.act(job, JobAction.SUSPEND)),
                Map.entry("resume", (channel, job) -> channel.act(job, JobAction.RESUME)),
                Map.entry("complete", (channel, job) -> channel.act(job, JobAction.COMPLETE)),
                Map.entry("cancel", (channel, job) -> channel.act(job, JobAction.CANCEL)),
                Map.entry("rename", (channel, job) -> channel.setRemoteName(job, 0, "fake:/other")),
                Map.entry("prefix", (channel, job) -> channel.replaceRemotePrefix(job, "fake:/", "fake:/x/")),
                Map.entry("ranges", (channel, job) -> channel.requestRanges(job, 0, List.of(new FileRange(0, 1)))),
                Map.entry(
                        "forget credentials",
                        (channel, job) -> channel.removeCredentials(job, AuthTarget.SERVER, AuthScheme.BASIC)));
        Map<String, Operation> forOwnersAlone = Map.of(
                "credentials", (channel, job) -> channel.setCredentials(job, account),
                "headers",
                        (channel, job) -> channel.change(
                                job, JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of("A: b"))),
                "certificate",
                        (channel, job) ->
                                channel.change(job, JobSettings.EMPTY.with(JobProperty.CERTIFICATE_HASH, "00ff")));
        List<DynamicTest> cells = new ArrayList<>();
        forAdministratorsToo.forEach((name, operation) -> cells.addAll(row(name, operation, true)));
        forOwnersAlone.forEach((name, operation) -> cells.addAll(row(name, operation, false)));
        return cells.stream();
    }

    private List<DynamicTest> row(String name, Operation operation, boolean administratorMay) {
        List<DynamicTest> cells = new ArrayList<>();
        for (Who who : Who.values()) {
            boolean may = who == Who.OWNER || (who == Who.ADMINISTRATOR && administratorMay);
            cells.add(DynamicTest.dynamicTest(name + " by " + who, () -> {
                JobId job = fixture.create(JobSettings.EMPTY, false, "fake:/a");
                if (may) {
                    get(operation.on(channel(who), job));
                } else {
                    refuses(ErrorCode.E_ACCESSDENIED, () -> get(operation.on(channel(who), job)));
                }
            }));
        }
        return cells;
    }

    @Test
    void nobodyButTheOwnerReadsCustomHeaders() {
        List<JobEvent> heard = new CopyOnWriteArrayList<>();
        JobChannel root = channel(Who.ADMINISTRATOR);
        root.subscribe(heard::add);
        JobId job = fixture.create(
                JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: hunter2")), false, "fake:/a");

        assertThat(fixture.info(job).settings().get(JobProperty.CUSTOM_HEADERS)).containsExactly("X-Token: hunter2");
        List<JobInfo> seen = new ArrayList<>(get(root.list(true)));
        seen.add(get(root.info(job)));
        seen.add(get(root.act(job, JobAction.RESUME)).job());
        seen.add(get(root.change(job, JobSettings.EMPTY.with(JobProperty.DESCRIPTION, "x")))
                .job());
        fixture.settle();
        Awaitility.await().until(() -> !heard.isEmpty());
        heard.forEach(event -> seen.add(event.job()));
        assertThat(seen)
                .allSatisfy(info -> assertThat(info.settings().isSet(JobProperty.CUSTOM_HEADERS))
                        .isFalse());
        assertThat(fixture.transfer("fake:/a").order.settings().get(JobProperty.CUSTOM_HEADERS))
                .as("the transfer itself has them")
                .containsExactly("X-Token: hunter2");
    }

    @Test
    void headersMadeWriteOnlyAreReadByNobodyAndStillSent() {
        JobId job = fixture.create(
                JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: hunter2")), false, "fake:/a");
        JobSettings writeOnly = JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS_WRITE_ONLY, true);
        List<JobInfo> seen = new ArrayList<>();
        seen.add(get(fixture.channel.change(job, writeOnly)).job());
        seen.add(get(fixture.channel.change(
                        job, JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: other"))))
                .job());
        fixture.crash();
        seen.add(fixture.info(job));
        refuses(
                ErrorCode.BG_E_READ_ONLY_PROPERTY,
                () -> get(fixture.channel.change(
                        job, JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS_WRITE_ONLY, false))));
        fixture.act(job, JobAction.RESUME);
        assertThat(fixture.transfer("fake:/a").order.settings().get(JobProperty.CUSTOM_HEADERS))
                .containsExactly("X-Token: other");
        seen.add(get(fixture.channel.act(job, JobAction.CANCEL)).job());
        seen.add(get(fixture.channel.info(job)));

        assertThat(seen).allSatisfy(info -> assertThat(info.toString()).doesNotContain("X-Token"));
        assertThat(fixture.ended.toString()).doesNotContain("X-Token");
    }

    @Test
    void aNewOwnerGetsWhatMovesAnewWithoutTheSecretsOfTheOldOne() {
        AuthCredentials account = new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "ann", "swordfish");
        JobId job = fixture.create("fake:/a");
        get(fixture.channel.setCredentials(job, account));
        fixture.act(job, JobAction.SUSPEND);
        fixture.act(job, JobAction.RESUME);
        FakeTransfers.Transfer old =
                fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(40);
        assertThat(old.order.credentials()).containsExactly(account);

        get(channel(Who.ADMINISTRATOR).act(job, JobAction.TAKE_OWNERSHIP));
        fixture.settle();

        assertThat(old.over).isTrue();
        assertThat(fixture.transfer("fake:/a").order.credentials()).isEmpty();
        assertThat(fixture.transfer("fake:/a").order.checkpoint().heldBytes()).isEqualTo(40);

        fixture.crash();
        assertThat(get(channel(Who.ADMINISTRATOR).info(job)).owner()).isEqualTo("root");
        assertThat(fixture.transfer("fake:/a").order.credentials()).isEmpty();
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(fixture.channel.info(job)));
        assertThat(get(fixture.channel.list(false))).isEmpty();
    }

    @Test
    void aJobTakenOverNoLongerCountsForItsFormerOwner() {
        fixture.queue.setPolicies(new Policies(
                32, 4, 4, 9, 1, 2, 2, Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(365), 64L << 20, null));
        JobId job = fixture.create(JobSettings.EMPTY, false, "fake:/a");
        JobSpec another = JobSpec.download("another");
        refuses(ErrorCode.BG_E_TOO_MANY_JOBS_PER_USER, () -> get(fixture.channel.create(JobId.random(), another)));

        get(channel(Who.ADMINISTRATOR).act(job, JobAction.TAKE_OWNERSHIP));

        get(fixture.channel.create(JobId.random(), another));
    }
}
