package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openbits.automation.RecordingRuntime.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletInvocation;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;
import org.openbits.automation.RecordingRuntime;
import org.openbits.cmdlets.FakeManager.FakeJob;

/** The cmdlets against a queue that does what the test says; subclasses test them by subject. */
abstract class CmdletsFixture {

    static final String SPACE = "Microsoft.BackgroundIntelligentTransfer.Management.";
    static final BackgroundCopyError NOT_FOUND =
            new BackgroundCopyError(ErrorCode.http(404), ErrorContext.REMOTE_FILE, "", 0, "http");
    static final BackgroundCopyError REFUSED = new BackgroundCopyError(
            ErrorCode.ERROR_INTERNET_CANNOT_CONNECT, ErrorContext.GENERAL_TRANSPORT, "refused", 0, "http");

    @TempDir
    Path dir;

    private final AtomicLong nanos = new AtomicLong();
    final FakeManager manager = new FakeManager();
    final RecordingRuntime shell = new RecordingRuntime();
    final CmdletInfo start = info("Start-BitsTransfer");

    @BeforeEach
    void connect() {
        shell.directory = dir;
        patience(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    void patience(Duration firstByte, Duration progress) {
        WaitPolicy policy = new WaitPolicy(firstByte, progress, Duration.ofMillis(50));
        shell.services.put(JobAccess.class, new JobAccess(() -> manager, policy));
    }

    /** The same by a clock that stands until the test lets time {@link #pass}. */
    void patienceByHand(Duration firstByte, Duration progress) {
        WaitPolicy policy = new WaitPolicy(firstByte, progress, Duration.ofMillis(50));
        shell.services.put(JobAccess.class, new JobAccess(() -> manager, policy, nanos::get));
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Waits until a line of progress begins like that, with small steps of the clock, by which the line is painted. */
    void awaitProgress(String start) {
        shell.progress.clear();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            pass(Duration.ofMillis(10));
            return shell.progress.stream()
                    .anyMatch(record -> record.currentOperation().startsWith(start));
        });
    }

    static CmdletInfo info(String name) {
        return Objects.requireNonNull(BitsCmdlets.registry().find(name));
    }

    FakeJob job(String name, JobState state) {
        FakeJob job = manager.createJob(JobSpec.download(name).withFiles(List.of(FileSpec.of("http://h/a", "/tmp/a"))));
        return job.become(state, state == JobState.ERROR ? NOT_FOUND : null);
    }

    /** Runs a command on a thread of its own and gives it back when it has made that many jobs. */
    Running inBackground(int jobs, CmdletInfo info, Argument... line) {
        Running running = new Running(new CmdletInvocation(info, List.of(line), shell));
        running.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> manager.jobs.size() >= jobs);
        return running;
    }

    static final class Running extends Thread {

        final CmdletInvocation call;

        Running(CmdletInvocation call) {
            super("command");
            this.call = call;
        }

        @Override
        public void run() {
            call.bind();
            call.begin();
            call.processNothing();
            call.end();
        }

        void finish() throws InterruptedException {
            join(120_000);
            assertThat(isAlive()).isFalse();
        }
    }

    static CustomObject row(String source, String destination) {
        return new CustomObject().add("Source", source).add("Destination", destination);
    }

    List<Object> ids(CmdletInfo get, Object... words) {
        shell.output.clear();
        shell.run(get, line(words));
        return shell.output.stream().map(job -> Members.get(job, "JobId")).toList();
    }
}
