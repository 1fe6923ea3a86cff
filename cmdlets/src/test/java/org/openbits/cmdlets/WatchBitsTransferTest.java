package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.automation.Cells;
import org.openbits.automation.Keys;
import org.openbits.automation.RecordingRuntime;

/** The live view: what it shows, and what each key does. */
class WatchBitsTransferTest {

    private final FakeManager manager = new FakeManager();
    private final WatchScreen screen = new WatchScreen(false);

    private FakeManager.FakeJob job(String name, JobState state) {
        return manager.createJob(JobSpec.download(name)).become(state);
    }

    private List<String> shown(int width, int height) {
        List<JobInfo> jobs = new ArrayList<>();
        manager.jobs().forEach(job -> jobs.add(job.known()));
        screen.see(jobs, 0);
        return screen.lines(width, height);
    }

    @Test
    void showsABarAndAReasonForEachJob() {
        job("nightly", JobState.TRANSFERRING).progress(45 << 20, 100 << 20);
        job("weekly", JobState.SUSPENDED);
        List<String> lines = shown(120, 12);
        assertThat(lines).hasSize(12);
        assertThat(lines.get(0)).startsWith("2 jobs, 1 moving");
        assertThat(lines.get(1)).contains("> nightly").contains("[=========>          ]  45 %  45.0 MB of 100.0 MB");
        assertThat(lines.get(2)).isEqualTo("    Transferring");
        assertThat(lines.get(3)).startsWith("  weekly").contains("]    ?  0 bytes");
        assertThat(lines.get(4)).isEqualTo("    Suspended: It works.");
        assertThat(lines.get(11)).startsWith("q leave  up/down  s suspend");
        assertThat(shown(80, 12).get(11)).as("every key on a narrow screen").endsWith("  e why");
    }

    @Test
    void barsStandInOneColumnWhateverTheNames() {
        job("日本語の名前 with more than there is room for", JobState.SUSPENDED);
        job("short", JobState.SUSPENDED);
        List<String> lines = shown(80, 12);
        assertThat(beforeTheBar(lines.get(1))).isEqualTo(beforeTheBar(lines.get(3)));
    }

    private static int beforeTheBar(String line) {
        return Cells.width(line.replaceAll("\u001b\\[\\d*m", "").replaceFirst("\\[ .*", ""));
    }

    @Test
    void fitsAnyScreenAndKeepsTheChosenJobInIt() {
        for (int i = 0; i < 50; i++) {
            job("job" + i, JobState.SUSPENDED);
        }
        shown(80, 24);
        screen.move(40);
        for (int height = 5; height < 30; height++) {
            for (int width : new int[] {1, 20, 200}) {
                List<String> lines = shown(width, height);
                assertThat(lines).hasSizeLessThanOrEqualTo(height);
                assertThat(lines)
                        .allMatch(line -> line.replaceAll("\u001b\\[\\d*m", "").length() <= width);
            }
            assertThat(shown(80, height)).anyMatch(line -> line.contains("> job40 "));
        }
    }

    @Test
    void namesCannotSteerTheTerminal() {
        job("evil\u001b]0;title\u0007", JobState.SUSPENDED);
        screen.explain();
        assertThat(shown(100, 20)).noneMatch(line -> line.contains("\u001b]") || line.contains("\u0007"));
    }

    @ParameterizedTest
    @CsvSource({
        "s, suspend, SUSPENDED",
        "r, resume, CONNECTING",
        "c, complete, ACKNOWLEDGED",
        "xy, cancel, CANCELLED",
        "xn, '', TRANSFERRING",
        "xq, '', TRANSFERRING",
        "y, '', TRANSFERRING",
    })
    void keysActOnTheChosenJob(String keys, String call, JobState state) {
        job("first", JobState.TRANSFERRING);
        FakeManager.FakeJob second = job("second", JobState.TRANSFERRING);
        press("\u001b[B" + keys);
        assertThat(second.info.state()).isEqualTo(state);
        assertThat(String.join(",", second.calls)).isEqualTo(call);
        assertThat(manager.jobs.get(0).calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"[F, 99", "[4~, 99", "[F[H, 0", "[6~, 10", "[6~[6~[5~, 10", "[B[B[A, 1", "[Z, 0", "[6x, 0"})
    void choosesAmongMoreJobsThanTheScreenHolds(String keys, int chosen) {
        for (int i = 0; i < 100; i++) {
            job("job" + i, JobState.SUSPENDED);
        }
        press(keys.replace("[", "\u001b[") + "r");
        assertThat(manager.jobs).filteredOn(job -> !job.calls.isEmpty()).containsExactly(manager.jobs.get(chosen));
    }

    @Test
    void learnsChangesFromEventsAndReadsTheListRarely() {
        FakeManager.FakeJob first = job("first", JobState.TRANSFERRING);
        FakeManager.FakeJob second = job("second", JobState.TRANSFERRING);
        long hour = 3_600_000_000_000L;
        try (LiveJobs live = new LiveJobs(manager, id -> true)) {
            assertThat(live.look(0)).containsExactly(first.info, second.info);
            first.become(JobState.TRANSFERRED);
            second.become(JobState.CANCELLED);
            FakeManager.FakeJob third = job("third", JobState.QUEUED);
            assertThat(live.look(1)).containsExactly(first.info, third.info);
            assertThat(manager.listings).isEqualTo(1);
            manager.tells = false;
            third.become(JobState.SUSPENDED);
            assertThat(live.look(hour)).as("what no event told").containsExactly(first.info, third.info);
            assertThat(manager.listings).isEqualTo(2);
        }
    }

    @Test
    void givesTheNextPriorityInTurn() {
        FakeManager.FakeJob job = job("nightly", JobState.TRANSFERRING);
        JobPriority before = job.info.priority();
        press("p");
        assertThat(job.info.priority()).isNotEqualTo(before);
        press("ppp");
        assertThat(job.info.priority()).isEqualTo(before);
    }

    @Test
    void withoutATerminalItTellsChangesAndEndsWhenNothingMoves() {
        job("nightly", JobState.TRANSFERRED).progress(10, 10);
        assertThat(runPlain()).containsExactly("nightly: Transferred 100 %, 10 bytes of 10 bytes: It works.");
    }

    private List<Object> runPlain() {
        return run(null);
    }

    private void press(String keys) {
        assertThat(run(new Typed(keys))).isEmpty();
    }

    private List<Object> run(Keys keys) {
        RecordingRuntime shell = new RecordingRuntime();
        shell.keys = keys;
        shell.services.put(JobAccess.class, new JobAccess(() -> manager));
        shell.run(Objects.requireNonNull(BitsCmdlets.registry().find("Watch-BitsTransfer")));
        assertThat(shell.errors).isEmpty();
        return shell.output;
    }

    /** Keys that were typed before; then the keyboard is gone. */
    static final class Typed implements Keys {

        private final Deque<Integer> left = new ArrayDeque<>();

        Typed(String keys) {
            keys.chars().forEach(left::add);
        }

        @Override
        public int read(long millis) {
            return left.isEmpty() ? END : left.poll();
        }

        @Override
        public int height() {
            return 24;
        }

        @Override
        public int width() {
            return 80;
        }

        @Override
        public void paint(List<String> lines) {
            assertThat(lines).hasSize(24);
        }

        @Override
        public void close() {}
    }
}
