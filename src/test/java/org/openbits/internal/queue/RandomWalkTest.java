package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.Outcome;

/**
 * Random operations, events and restarts against a small model of what BITS promises. Each step is checked at once; the
 * seed and the steps taken are in the message of a failure.
 */
class RandomWalkTest {

    private static final Set<JobState> GOING = EnumSet.of(JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING);

    /** What the model knows of a job: its state, where GOING stands for the three that depend on the scheduler. */
    private static final class Model {
        final List<String> files = new ArrayList<>();
        final Set<String> done = new TreeSet<>();
        final Set<String> completed = new TreeSet<>();
        JobState state = JobState.SUSPENDED;
        JobPriority priority = JobPriority.NORMAL;
        /** What moves when a foreground job becomes another goes on moving. */
        boolean wasForeground;
        /** What still moves before a file in the list that cannot be had. */
        final Set<FakeTransfers.Transfer> holding = Collections.newSetFromMap(new IdentityHashMap<>());

        boolean isBefore(FakeTransfers.Transfer one, FakeTransfers.Transfer other) {
            int place = files.indexOf(one.order.file().remoteName());
            return place >= 0 && place < files.indexOf(other.order.file().remoteName());
        }

        boolean isGoing() {
            return state == JobState.QUEUED;
        }

        void go() {
            state = done.size() == files.size() ? JobState.TRANSFERRED : JobState.QUEUED;
        }
    }

    private final Map<JobId, Model> jobs = new LinkedHashMap<>();
    private final Set<JobId> gone = new HashSet<>();
    private final List<String> steps = new ArrayList<>();
    private final Policies policies = new Policies(
            5, 2, 2, 60, 60, 50, 50, Duration.ofDays(900), Duration.ofDays(900), Duration.ofDays(365), 64L << 20, null);
    private Random random = new Random(0);
    private QueueFixture fixture = null;
    private int names;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsItsPromises(long seed) {
        walk(seed, 150);
    }

    @Test
    @Tag("full")
    void keepsItsPromisesForLong() {
        for (long seed = 100; seed < 120; seed++) {
            jobs.clear();
            gone.clear();
            steps.clear();
            walk(seed, 1_000);
        }
    }

    private void walk(long seed, int length) {
        random = new Random(seed);
        try (QueueFixture fresh = new QueueFixture(policies)) {
            fixture = fresh;
            for (int i = 0; i < length; i++) {
                try {
                    step();
                    check();
                } catch (Throwable e) {
                    List<String> last = steps.subList(Math.max(0, steps.size() - 12), steps.size());
                    throw new AssertionError("seed " + seed + ", step " + i + ", the last were " + last, e);
                }
            }
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 8 || jobs.isEmpty()) {
            create();
        } else if (dice < 45) {
            event();
        } else if (dice < 50) {
            log("12 minutes pass");
            fixture.pass(Duration.ofMinutes(12));
            jobs.values().stream()
                    .filter(model -> model.state == JobState.TRANSIENT_ERROR)
                    .forEach(Model::go);
        } else if (dice < 55) {
            log("crash");
            fixture.crash();
        } else if (dice < 57 && !gone.isEmpty()) {
            lateCall();
        } else {
            operation();
        }
        fixture.settle();
        // A job that was stopped or had to give way tries the refused file again.
        List<FakeTransfers.Transfer> running = fixture.transfers.running();
        jobs.values().stream()
                .filter(model -> !running.containsAll(model.holding))
                .forEach(model -> model.holding.clear());
    }

    private void create() {
        Model model = new Model();
        model.priority = JobPriority.values()[random.nextInt(4)];
        model.wasForeground = model.priority == JobPriority.FOREGROUND;
        addNames(model, random.nextInt(4));
        boolean resume = random.nextBoolean() && !model.files.isEmpty();
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.PRIORITY, model.priority)
                .with(JobProperty.NO_PROGRESS_TIMEOUT, 0xFFFF_FFFFL);
        log("create " + model.priority + " with " + model.files + (resume ? ", resumed" : ""));
        JobId id = fixture.create(settings, resume, model.files.toArray(String[]::new));
        if (resume) {
            model.go();
        }
        jobs.put(id, model);
    }

    private List<String> addNames(Model model, int count) {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add("fake:/" + names++);
        }
        model.files.addAll(added);
        return added;
    }

    /** Something happens to one of the transfers under way. */
    private void event() {
        List<FakeTransfers.Transfer> running = fixture.transfers.running();
        if (running.isEmpty()) {
            return;
        }
        FakeTransfers.Transfer transfer = running.get(random.nextInt(running.size()));
        Model model = owner(transfer);
        int dice = random.nextInt(10);
        log("event " + dice + " on " + transfer);
        if (dice < 5) {
            transfer.bring(10);
            model.done.add(transfer.order.file().remoteName());
            if (model.holding.remove(transfer) && model.holding.isEmpty()) {
                model.state = JobState.ERROR;
            } else {
                model.go();
            }
        } else if (dice < 7) {
            transfer.connecting().transferring(10).progress(4).checkpoint(4);
        } else if (dice < 9) {
            transfer.failTransiently();
            model.state = JobState.TRANSIENT_ERROR;
        } else {
            refuse(model, transfer);
            transfer.failForGood();
        }
    }

    /** A file that cannot be had ends its job when those before it in the list have come. */
    private void refuse(Model model, FakeTransfers.Transfer transfer) {
        List<FakeTransfers.Transfer> before = fixture.transfers.running().stream()
                .filter(other -> model.isBefore(other, transfer))
                .toList();
        if (model.holding.isEmpty() || model.holding.contains(transfer)) {
            model.holding.clear();
            model.holding.addAll(before);
            model.state = before.isEmpty() ? JobState.ERROR : model.state;
        }
    }

    private Model owner(FakeTransfers.Transfer transfer) {
        String name = transfer.order.file().remoteName();
        return jobs.values().stream()
                .filter(model -> model.files.contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a transfer of a job that is gone: " + name));
    }

    private void operation() {
        JobId id = pick(new ArrayList<>(jobs.keySet()));
        Model model = jobs.get(id);
        int dice = random.nextInt(20);
        if (dice < 3) {
            List<String> added = addNames(model, 1 + random.nextInt(2));
            log("add " + added + " to " + model.files);
            get(fixture.channel.addFiles(id, QueueFixture.files(added.toArray(String[]::new))));
        } else if (dice < 6) {
            JobPriority priority = JobPriority.values()[random.nextInt(4)];
            log("priority " + priority + " for " + model.files);
            get(fixture.channel.change(id, JobSettings.EMPTY.with(JobProperty.PRIORITY, priority)));
            model.wasForeground |= priority == JobPriority.FOREGROUND;
            model.priority = priority;
        } else if (dice < 11) {
            resume(id, model);
        } else if (dice < 15) {
            log("suspend " + model.files);
            get(fixture.channel.act(id, JobAction.SUSPEND));
            model.state = JobState.SUSPENDED;
        } else if (dice < 18) {
            complete(id, model);
        } else {
            log("cancel " + model.files);
            assertThat(fixture.act(id, JobAction.CANCEL).job().state()).isEqualTo(JobState.CANCELLED);
            leaves(id);
        }
    }

    private void resume(JobId id, Model model) {
        log("resume " + model.files);
        if (model.files.isEmpty()) {
            JobQueueTest.refuses(ErrorCode.BG_E_EMPTY, () -> get(fixture.channel.act(id, JobAction.RESUME)));
            return;
        }
        get(fixture.channel.act(id, JobAction.RESUME));
        if (!model.isGoing()) {
            model.go();
        }
    }

    private void complete(JobId id, Model model) {
        boolean denied = !model.done.isEmpty() && random.nextInt(4) == 0;
        String victim = denied ? QueueFixture.local(model.done.iterator().next()) : "";
        log("complete " + model.files + (denied ? " denied for " + victim : ""));
        fixture.disk.denied.add(victim);
        CompletableFuture<Outcome> answer = fixture.channel.act(id, JobAction.COMPLETE);
        try {
            Outcome outcome = get(answer);
            assertThat(denied && !model.completed.contains(model.done.iterator().next()))
                    .isFalse();
            assertThat(outcome.code())
                    .isEqualTo(
                            model.done.size() == model.files.size() ? ErrorCode.S_OK : ErrorCode.BG_S_PARTIAL_COMPLETE);
            model.completed.addAll(model.done);
            leaves(id);
        } catch (BitsException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.E_ACCESSDENIED);
            assertThat(denied).isTrue();
            model.completed.addAll(model.done);
            model.completed.remove(model.done.iterator().next());
            if (model.isGoing() || model.state == JobState.TRANSIENT_ERROR) {
                model.state = JobState.SUSPENDED;
            }
        } finally {
            fixture.disk.denied.clear();
        }
        model.completed.forEach(name -> assertThat(fixture.disk.published).contains(QueueFixture.local(name)));
    }

    private void leaves(JobId id) {
        jobs.remove(id);
        gone.add(id);
    }

    private void lateCall() {
        JobId id = pick(new ArrayList<>(gone));
        JobAction action = JobAction.values()[random.nextInt(4)];
        log("late " + action);
        try {
            get(fixture.channel.act(id, action));
            throw new AssertionError("a job that is gone took " + action);
        } catch (BitsException e) {
            assertThat(e.code()).isIn(ErrorCode.BG_E_INVALID_STATE, ErrorCode.BG_E_NOT_FOUND);
        }
    }

    private void check() {
        List<JobInfo> infos = get(fixture.channel.list(false));
        assertThat(infos).extracting(JobInfo::id).containsExactlyElementsOf(jobs.keySet());
        int going = 0;
        for (JobInfo info : infos) {
            Model model = jobs.get(info.id());
            JobState state = GOING.contains(info.state()) ? JobState.QUEUED : info.state();
            assertThat(state).as(() -> "state of " + model.files).isEqualTo(model.state);
            assertThat(info.priority()).isEqualTo(model.priority);
            assertThat(info.progress().filesTotal()).isEqualTo(model.files.size());
            assertThat(info.progress().filesTransferred()).isEqualTo(model.done.size());
            assertThat(info.error() != null).isEqualTo(state == JobState.ERROR || state == JobState.TRANSIENT_ERROR);
            assertThat(info.reason().sentence()).isNotBlank();
            if (model.priority == JobPriority.FOREGROUND) {
                assertThat(info.state()).isNotEqualTo(JobState.QUEUED);
            }
            going += model.isGoing() ? 1 : 0;
        }
        checkTransfers(going);
    }

    /** Nobody moves who should not, nobody waits without need, and no two transfers share a file. */
    private void checkTransfers(int going) {
        List<FakeTransfers.Transfer> running = fixture.transfers.running();
        Map<Model, Integer> movers = new IdentityHashMap<>();
        Set<String> temporaries = new HashSet<>();
        long background = 0;
        for (FakeTransfers.Transfer transfer : running) {
            Model model = owner(transfer);
            assertThat(model.isGoing()).as("moves: " + transfer).isTrue();
            assertThat(temporaries.add(transfer.temporary().toString())).isTrue();
            if (movers.merge(model, 1, Integer::sum) == 1) {
                background += model.priority.isBackground() ? 1 : 0;
            }
            assertThat(movers.get(model))
                    .as("files of " + model.files)
                    .isLessThanOrEqualTo(
                            policies.filesPerJob(model.wasForeground ? JobPriority.FOREGROUND : model.priority));
        }
        long foregroundGoing = jobs.values().stream()
                .filter(model -> model.isGoing() && !model.priority.isBackground())
                .count();
        long foreground = Math.min(foregroundGoing, policies.maxActiveTransfers());
        assertThat(movers.size() - background).as("foreground transfers").isEqualTo(foreground);
        assertThat(background)
                .as("background transfers of %s going", going)
                .isEqualTo(Math.min(
                        Math.min(going - foregroundGoing, policies.backgroundSlots()),
                        policies.maxActiveTransfers() - foreground));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void log(String step) {
        steps.add(step);
    }
}
