package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.openbits.automation.RecordingRuntime.line;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletInvocation;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Members;
import org.openbits.automation.PSCredential;
import org.openbits.automation.ProgressRecord;
import org.openbits.automation.RecordingRuntime;
import org.openbits.automation.SecureText;
import org.openbits.cmdlets.FakeManager.FakeJob;

/** The cmdlets against a queue that does what the test says. */
class CmdletsTest {

    private static final String SPACE = "Microsoft.BackgroundIntelligentTransfer.Management.";
    private static final BackgroundCopyError NOT_FOUND =
            new BackgroundCopyError(ErrorCode.http(404), ErrorContext.REMOTE_FILE, "", 0, "http");
    private static final BackgroundCopyError REFUSED = new BackgroundCopyError(
            ErrorCode.ERROR_INTERNET_CANNOT_CONNECT, ErrorContext.GENERAL_TRANSPORT, "refused", 0, "http");

    @TempDir
    Path dir;

    private final FakeManager manager = new FakeManager();
    private final RecordingRuntime shell = new RecordingRuntime();
    private final CmdletInfo start = info("Start-BitsTransfer");

    @BeforeEach
    void connect() {
        shell.directory = dir;
        patience(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    private void patience(Duration firstByte, Duration progress) {
        WaitPolicy policy = new WaitPolicy(firstByte, progress, Duration.ofMillis(50));
        shell.services.put(JobAccess.class, new JobAccess(() -> manager, policy));
    }

    private static CmdletInfo info(String name) {
        return Objects.requireNonNull(BitsCmdlets.registry().find(name));
    }

    private FakeJob job(String name, JobState state) {
        FakeJob job = manager.createJob(JobSpec.download(name).withFiles(List.of(FileSpec.of("http://h/a", "/tmp/a"))));
        return job.become(state, state == JobState.ERROR ? NOT_FOUND : null);
    }

    /** Runs a command on a thread of its own and gives it back when it has made that many jobs. */
    private Running inBackground(int jobs, CmdletInfo info, Argument... line) {
        Running running = new Running(new CmdletInvocation(info, List.of(line), shell));
        running.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> manager.jobs.size() >= jobs);
        return running;
    }

    private static final class Running extends Thread {

        private final CmdletInvocation call;

        private Running(CmdletInvocation call) {
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

        private void finish() throws InterruptedException {
            join(20_000);
            assertThat(isAlive()).isFalse();
        }
    }

    @Test
    void asynchronousFormCreatesAStartedJobAndReturnsIt() {
        shell.run(start, line("http://h/a", "b", "-Asynchronous"));
        FakeJob job = manager.jobs.get(0);
        assertThat(job.spec.resume()).isTrue();
        assertThat(job.spec.files())
                .containsExactly(FileSpec.of("http://h/a", dir.resolve("b").toString()));
        assertThat(job.info.displayName()).isEqualTo("BITS Transfer");
        assertThat(job.info.settings().get(JobProperty.DESCRIPTION))
                .isEqualTo("This is a file transfer that uses the Background Intelligent Transfer Service (BITS).");
        assertThat(job.info.priority()).isEqualTo(JobPriority.FOREGROUND);
        assertThat(job.info.settings().get(JobProperty.AUTO_COMPLETE)).isFalse();
        assertThat(shell.output).hasSize(1);
        assertThat(Members.get(shell.output.get(0), "jobid")).isEqualTo(job.id().value());
    }

    @Test
    void profileMayChangeTheDefaultPriorityButNotAGivenOne() {
        shell.setVariable("DefaultPriority", "Normal");
        shell.run(start, line("http://h/a", "-Asynchronous"));
        shell.run(start, line("http://h/a", "-Asynchronous", "-Priority", "low"));
        assertThat(manager.jobs)
                .extracting(job -> job.info.priority())
                .containsExactly(JobPriority.NORMAL, JobPriority.LOW);
    }

    @Test
    void suspendedWithoutSourceMakesAnEmptyJob() {
        shell.run(start, line("-Suspended", "-DisplayName", "later"));
        assertThat(manager.jobs.get(0).spec.files()).isEmpty();
        assertThat(manager.jobs.get(0).info.state()).isEqualTo(JobState.SUSPENDED);
        assertThat(shell.output).hasSize(1);
        CmdletException failure =
                catchThrowableOfType(CmdletException.class, () -> shell.run(start, line("-DisplayName", "x")));
        assertThat(failure.record().errorId()).isEqualTo("MissingMandatoryParameter");
    }

    @Test
    void storesEveryParameterInTheJobAndShowsIt() {
        shell.run(
                start,
                line(
                        "http://h/a",
                        "-Asynchronous",
                        "-DisplayName",
                        "n",
                        "-Description",
                        "d",
                        "-Priority",
                        "High",
                        "-RetryInterval",
                        90,
                        "-RetryTimeout",
                        120,
                        "-MaxDownloadTime",
                        500,
                        "-TransferPolicy",
                        "Standard",
                        "-ACLFlags",
                        "og",
                        "-SecurityFlags",
                        List.of("IgnoreUnknownCA", "IgnoreCertDateInvalid"),
                        "-NotifyFlags",
                        1,
                        "-NotifyCmdLine",
                        List.of("/bin/true", "x"),
                        "-CustomHeaders",
                        "A: b",
                        "-CustomHeadersWriteOnly",
                        "-Dynamic",
                        "-ProxyUsage",
                        "Override",
                        "-ProxyList",
                        "http://p:8080",
                        "-ProxyBypass",
                        List.of("h1", "h2"),
                        "-Authentication",
                        "basic",
                        "-ProxyAuthentication",
                        "NTLM",
                        "-UseStoredCredential",
                        "Proxy",
                        "-CertStoreLocation",
                        "LOCAL_MACHINE",
                        "-CertStoreName",
                        "my",
                        "-CertHash",
                        java.util.stream.IntStream.range(236, 256).boxed().toList()));
        assertThat(shell.errors).isEmpty();
        Object job = shell.output.get(0);
        Map<String, String> expected = Map.ofEntries(
                Map.entry("DisplayName", "n"),
                Map.entry("Description", "d"),
                Map.entry("Priority", "High"),
                Map.entry("RetryInterval", "90"),
                Map.entry("RetryTimeout", "120"),
                Map.entry("MaxDownloadTime", "500"),
                Map.entry("TransferPolicy", "Standard"),
                Map.entry("ACLFlags", "o, g"),
                Map.entry("SecurityFlags", "IgnoreCertDateInvalid, IgnoreUnknownCA"),
                Map.entry("NotifyFlags", "JobTransferred"),
                Map.entry("NotifyCmdLine", "/bin/true x"),
                Map.entry("CustomHeaders", "A: b"),
                Map.entry("CustomHeadersWriteOnly", "True"),
                Map.entry("Dynamic", "True"),
                Map.entry("ProxyUsage", "Override"),
                Map.entry("ProxyList", "http://p:8080"),
                Map.entry("ProxyBypassList", "h1 h2"),
                Map.entry("Authentication", "Basic"),
                Map.entry("ProxyAuthentication", "Ntlm"),
                Map.entry("UseStoredCredential", "Proxy"),
                Map.entry("CertificateStoreLocation", "LocalMachine"),
                Map.entry("CertificateStoreName", "my"));
        expected.forEach((name, text) ->
                assertThat(Conversion.toText(Members.get(job, name))).as(name).isEqualTo(text));
        assertThat((List<?>) Members.get(job, "CertificateHash"))
                .hasSize(20)
                .element(19)
                .isEqualTo(255);
    }

    @Test
    void handsCredentialsOverForTheirScheme() {
        PSCredential account = new PSCredential("u", new SecureText("p".toCharArray()));
        shell.run(start, line("http://h/a", "-Async", "-Credential", account, "-Authentication", "Basic"));
        assertThat(manager.jobs.get(0).credentials)
                .containsExactly(new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "u", "p"));
    }

    @Test
    void asksForThePasswordOfAUserName() {
        shell.interactive = true;
        shell.answers.add("secret");
        shell.run(start, line("http://h/a", "-Async", "-ProxyCredential", "DOM\\u"));
        assertThat(manager.jobs.get(0).credentials)
                .containsExactly(new AuthCredentials(AuthTarget.PROXY, AuthScheme.NEGOTIATE, "DOM\\u", "secret"));
        assertThat(shell.prompts).containsExactly("Password for user DOM\\u: ");
    }

    @Test
    void otherMethodsPinTheJobToForeground() {
        shell.run(start, line("http://h/a", "-Async", "-HttpMethod", "POST", "-Priority", "Low"));
        assertThat(manager.jobs.get(0).info.priority()).isEqualTo(JobPriority.FOREGROUND);
    }

    @Test
    void refusesWhatBitsRefuses() {
        CmdletException soon = catchThrowableOfType(
                CmdletException.class, () -> shell.run(start, line("http://h/a", "-RetryInterval", 59)));
        assertThat(soon.record().errorId()).isEqualTo("ParameterArgumentValidationError");
        shell.run(start, line("http://h/a", "-ProxyList", "p:80"));
        shell.run(start, line("http://h/a", "-UseStoredCredential", "Server"));
        shell.run(start, line("http://h/a", "-CustomHeaders", "no header"));
        shell.run(start, line("http://h/a", "-CertHash", List.of(1, 2)));
        assertThat(shell.errors)
                .extracting(ErrorRecord::fullyQualifiedErrorId)
                .hasSize(4)
                .containsOnly("ParameterArgumentValidationError," + SPACE + "NewBitsTransferCommand");
        assertThat(manager.jobs).isEmpty();
    }

    @Test
    void missingDirectoryLeavesNoJob() {
        shell.run(start, line("http://h/a", "nowhere/a"));
        assertThat(shell.errors)
                .extracting(ErrorRecord::fullyQualifiedErrorId)
                .containsExactly("PathNotFound," + SPACE + "NewBitsTransferCommand");
        assertThat(shell.errors.get(0).category()).isEqualTo(ErrorCategory.ObjectNotFound);
        assertThat(shell.errors.get(0).exitCode()).isEqualTo(ExitCode.LOCAL);
        assertThat(manager.jobs).isEmpty();
    }

    @Test
    void synchronousFormWaitsUntilTheServiceHasCompleted() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        assertThat(job.info.settings().get(JobProperty.AUTO_COMPLETE)).isTrue();
        job.become(JobState.TRANSFERRING).progress(512, 1024);
        await().until(() -> shell.progress.stream().anyMatch(record -> record.percent() == 50));
        job.become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.output).isEmpty();
        assertThat(shell.errors).isEmpty();
        assertThat(job.calls).isEmpty();
        ProgressRecord last = shell.progress.get(shell.progress.size() - 1);
        assertThat(last.completed()).isTrue();
        assertThat(last.activity()).isEqualTo("BITS Transfer");
        assertThat(shell.progress).anySatisfy(record -> {
            assertThat(record.status()).startsWith("This is a file transfer");
            assertThat(record.currentOperation()).isEqualTo("Transferring 512 bytes of 1.0 KB");
        });
    }

    @Test
    void synchronousFormNoticesTheEndWithoutEvents() throws InterruptedException {
        manager.tells = false;
        Running running = inBackground(1, start, line("http://h/a", "b"));
        manager.jobs.get(0).become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.errors).isEmpty();
    }

    @Test
    void failedJobIsReportedAndNothingIsLeft() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.ERROR, NOT_FOUND);
        running.finish();
        assertThat(job.calls).containsExactly("cancel");
        ErrorRecord record = shell.errors.get(0);
        assertThat(record.fullyQualifiedErrorId())
                .isEqualTo("StartBitsTransferCOMException," + SPACE + "NewBitsTransferCommand");
        assertThat(record.category()).isEqualTo(ErrorCategory.InvalidOperation);
        assertThat(record.message()).startsWith("HTTP status 404: ").contains("-Asynchronous");
        assertThat(Members.typeName(record.exception())).isEqualTo("System.Exception");
        assertThat(Members.get(record.exception(), "HResult"))
                .isEqualTo(ErrorCode.http(404).number());
        assertThat(record.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void lostServiceIsReportedAndTheJobIsKept() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        manager.lost = true;
        running.finish();
        ErrorRecord error = shell.errors.get(0);
        assertThat(error.exitCode()).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(error.message()).contains("is kept").contains("bits service start");
        assertThat(manager.jobs.get(0).calls).isEmpty();
        assertThat(shell.errors).hasSize(1);
    }

    @Test
    void givesUpWhenNoByteEverCame() throws InterruptedException {
        patience(Duration.ofMillis(300), Duration.ofMinutes(1));
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.TRANSIENT_ERROR, REFUSED);
        running.finish();
        assertThat(job.calls).containsExactly("cancel");
        assertThat(shell.errors.get(0).exitCode()).isEqualTo(ExitCode.TRANSIENT);
        assertThat(shell.errors.get(0).message())
                .startsWith("refused. Gave up after")
                .contains("-RetryTimeout");
        assertThat(shell.progress)
                .anySatisfy(record ->
                        assertThat(record.currentOperation()).startsWith("TransientError: It works. Gives up in 0 s."));
    }

    @Test
    void givingUpNamesTheLastErrorAlsoInTheMiddleOfAnotherTry() throws InterruptedException {
        patience(Duration.ofMillis(600), Duration.ofMinutes(1));
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(
                JobState.TRANSIENT_ERROR,
                new BackgroundCopyError(
                        ErrorCode.ERROR_DISK_FULL, ErrorContext.LOCAL_FILE, "The disk is full", 0, "http"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shell.progress.stream()
                        .anyMatch(record -> record.currentOperation().startsWith("TransientError")));
        job.become(JobState.CONNECTING);
        running.finish();
        assertThat(shell.errors.get(0).message()).startsWith("The disk is full. Gave up after");
        assertThat(shell.errors.get(0).exitCode()).isEqualTo(ExitCode.LOCAL);
    }

    @Test
    void staysPatientAfterTheFirstByteAndUntilProgressStops() throws InterruptedException {
        patience(Duration.ofMillis(1), Duration.ofMillis(600));
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.TRANSFERRING).progress(10, 100).become(JobState.TRANSIENT_ERROR, REFUSED);
        long began = System.nanoTime();
        running.finish();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(400));
        assertThat(shell.errors).hasSize(1);
    }

    @Test
    void leavesGivingUpToTheServiceWhenRetryTimeoutIsGiven() throws InterruptedException {
        patience(Duration.ZERO, Duration.ZERO);
        Running running = inBackground(1, start, line("http://h/a", "b", "-RetryTimeout", 1000));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.TRANSIENT_ERROR, REFUSED);
        await().until(() -> shell.progress.stream()
                .anyMatch(record -> record.currentOperation().startsWith("Tran")));
        assertThat(running.isAlive()).isTrue();
        job.become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.errors).isEmpty();
    }

    @Test
    void stopCancelsTheJobThatTheCommandMade() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        running.call.stop();
        running.finish();
        assertThat(manager.jobs.get(0).calls).containsExactly("cancel");
        assertThat(shell.printed()).contains("was cancelled");
    }

    @Test
    void interruptIsAWishToStopAndStaysVisible() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        running.interrupt();
        running.finish();
        assertThat(manager.jobs.get(0).calls).containsExactly("cancel");
    }

    @Test
    void terminatingErrorLeavesNoOtherJobOfTheCommand() {
        manager.startState = JobState.CONNECTING;
        List<CustomObject> rows = List.of(row("http://h/a", "a"), row("http://h/b", "b"));
        CmdletInvocation call = new CmdletInvocation(start, List.of(line("-ErrorAction", "Stop")), shell);
        call.bind();
        call.begin();
        rows.forEach(call::process);
        manager.jobs.get(0).become(JobState.ERROR, NOT_FOUND);
        CmdletException failure = catchThrowableOfType(CmdletException.class, call::end);
        assertThat(failure.record().errorId()).isEqualTo("StartBitsTransferCOMException");
        assertThat(manager.jobs).allSatisfy(job -> assertThat(job.calls).containsExactly("cancel"));
    }

    private static CustomObject row(String source, String destination) {
        return new CustomObject().add("Source", source).add("Destination", destination);
    }

    @Test
    void makesOneJobPerRowAsItArrives() {
        CmdletInvocation call = new CmdletInvocation(start, List.of(), shell);
        call.bind();
        call.begin();
        call.process(row("http://h/a", "a"));
        assertThat(manager.jobs).hasSize(1);
        call.process(row("http://h/b", "nowhere/b"));
        call.process(row("http://h/c", "c"));
        assertThat(manager.jobs).hasSize(2);
        manager.jobs.forEach(job -> job.become(JobState.ACKNOWLEDGED));
        call.end();
        assertThat(shell.errors).extracting(ErrorRecord::errorId).containsExactly("PathNotFound");
    }

    @Test
    void getListsByNamePatternAndIdentity() {
        FakeJob first = job("nightly-1", JobState.SUSPENDED);
        FakeJob second = job("other", JobState.TRANSFERRED);
        CmdletInfo get = info("Get-BitsTransfer");
        assertThat(ids(get)).containsExactly(first.id().value(), second.id().value());
        assertThat(ids(get, "NIGHT*")).containsExactly(first.id().value());
        assertThat(ids(get, "-Name", List.of("other", "x*")))
                .containsExactly(second.id().value());
        assertThat(ids(get, "-Id", second.id().toString().toUpperCase()))
                .containsExactly(second.id().value());
        assertThat(ids(get, "x*")).isEmpty();
        assertThat(shell.errors).isEmpty();
        shell.output.clear();
        shell.pipe(get, List.of(BitsJob.of(second)));
        assertThat(shell.output).containsExactly(BitsJob.of(second));
    }

    @Test
    void theHistoryTellsWhatBecameOfJobs() {
        java.time.Instant noon = java.time.Instant.parse("2026-11-22T12:00:00Z");
        manager.history.add(new HistoryEntry(
                noon,
                JobId.random(),
                "nightly",
                "ann",
                JobType.DOWNLOAD,
                HistoryEntry.Result.FAILED,
                new HistoryEntry.Failure(0x80190194, "The server has no such file."),
                noon,
                Duration.ofSeconds(3),
                7,
                1,
                List.of(new HistoryEntry.File("http://host/a", "/srv/a", 7, null))));
        manager.history.add(manager.history.get(0));

        shell.run(info("Get-BitsTransferHistory"), line("-Newest", 1));
        assertThat(shell.output).hasSize(1);
        assertThat(Members.get(shell.output.get(0), "Result")).isEqualTo("Failed");
        assertThat(Members.get(shell.output.get(0), "ErrorCode")).isEqualTo("0x80190194");

        shell.output.clear();
        shell.run(info("Get-BitsTransferHistory"), line("-Verify"));
        assertThat(Members.get(shell.output.get(0), "Lines")).isEqualTo(2L);
        assertThat(Members.get(shell.output.get(0), "IsIntact")).isEqualTo(true);
    }

    private List<Object> ids(CmdletInfo get, Object... words) {
        shell.output.clear();
        shell.run(get, line(words));
        return shell.output.stream().map(job -> Members.get(job, "JobId")).toList();
    }

    @Test
    void getReportsWhatIsUnknownOrForbidden() {
        CmdletInfo get = info("Get-BitsTransfer");
        shell.run(get, line("-JobId", "00000000-0000-0000-0000-000000000001"));
        shell.run(get, line("literal"));
        shell.run(get, line("-AllUsers"));
        assertThat(shell.errors)
                .extracting(ErrorRecord::errorId)
                .containsExactly(
                        "GetBitsTransferInvalidIdError",
                        "GetBitsTransferInvalidNameError",
                        "GetBitsTransferAuthException");
        ErrorRecord forbidden = shell.errors.get(2);
        assertThat(forbidden.category()).isEqualTo(ErrorCategory.PermissionDenied);
        assertThat(Members.get(forbidden.exception(), "HResult")).isEqualTo(0x80070005);
        assertThat(Members.typeName(forbidden.exception())).isEqualTo("System.UnauthorizedAccessException");
    }

    @Test
    void jobsAreFoundByIdentifierTextAndName() {
        FakeJob job = job("nightly", JobState.TRANSFERRING);
        CmdletInfo suspend = info("Suspend-BitsTransfer");
        shell.run(suspend, line(job.id().value()));
        shell.run(suspend, line("{" + job.id() + "}"));
        shell.run(suspend, line("Nightly"));
        shell.pipe(suspend, List.of("night*"));
        assertThat(job.calls).containsExactly("suspend", "suspend", "suspend", "suspend");
        job("nightly", JobState.SUSPENDED);
        CmdletException two = catchThrowableOfType(CmdletException.class, () -> shell.run(suspend, line("nightly")));
        assertThat(two.record().errorId()).isEqualTo("CannotConvertArgument");
        assertThat(two).hasMessageContaining("2 jobs have that name");
    }

    @Test
    void verbsActOnEachJobOnceInOrderAndReportRefusals() {
        FakeJob one = job("one", JobState.TRANSFERRED);
        FakeJob gone = job("gone", JobState.ACKNOWLEDGED);
        FakeJob two = job("two", JobState.TRANSFERRED);
        shell.pipe(info("Complete-BitsTransfer"), List.of(BitsJob.of(one), BitsJob.of(gone), BitsJob.of(two)));
        assertThat(one.calls).containsExactly("complete");
        assertThat(two.calls).containsExactly("complete");
        assertThat(shell.output).isEmpty();
        assertThat(shell.errors)
                .extracting(ErrorRecord::fullyQualifiedErrorId)
                .containsExactly("CompleteBitsTransferCOMException," + SPACE + "CompleteBitsTransferCommand");
        assertThat(shell.errors.get(0).target()).isEqualTo(BitsJob.of(gone));
        assertThat(Members.get(shell.errors.get(0).exception(), "HResult"))
                .isEqualTo(ErrorCode.BG_E_INVALID_STATE.number());
    }

    @Test
    void removeCancelsAndWhatIfDoesNot() {
        FakeJob job = job("one", JobState.TRANSFERRED);
        CmdletInfo remove = info("Remove-BitsTransfer");
        shell.pipe(remove, List.of(BitsJob.of(job)), line("-WhatIf"));
        assertThat(job.calls).isEmpty();
        assertThat(shell.printed())
                .contains("What if: Performing the operation \"Remove-BitsTransfer\" on target \"'one' (" + job.id()
                        + ")\".");
        shell.pipe(remove, List.of(BitsJob.of(job)));
        assertThat(job.calls).containsExactly("cancel");
        assertThat(shell.output).isEmpty();
    }

    @Test
    void resumeInTheBackgroundLeavesRunningJobsAlone() {
        FakeJob idle = job("idle", JobState.SUSPENDED);
        FakeJob busy = job("busy", JobState.TRANSFERRING);
        shell.pipe(info("Resume-BitsTransfer"), List.of(BitsJob.of(idle), BitsJob.of(busy)), line("-as"));
        assertThat(idle.calls).containsExactly("resume");
        assertThat(busy.calls).isEmpty();
        assertThat(shell.output).hasSize(2);
    }

    @Test
    void resumeWaitsCompletesAndOutputsNothing() throws InterruptedException {
        FakeJob job = job("idle", JobState.SUSPENDED);
        Running running = inBackground(1, info("Resume-BitsTransfer"), line(BitsJob.of(job)));
        await().until(() -> job.calls.contains("resume"));
        assertThat(job.info.settings().get(JobProperty.AUTO_COMPLETE)).isTrue();
        job.become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.output).isEmpty();
        FakeJob ready = job("ready", JobState.TRANSFERRED);
        shell.run(info("Resume-BitsTransfer"), line(BitsJob.of(ready)));
        assertThat(ready.calls).containsExactly("complete");
    }

    @Test
    void stopOnlyEndsTheWaitForAnOlderJob() throws InterruptedException {
        FakeJob job = job("idle", JobState.SUSPENDED);
        Running running = inBackground(1, info("Resume-BitsTransfer"), line(BitsJob.of(job)));
        await().until(() -> job.calls.contains("resume"));
        running.call.stop();
        running.finish();
        assertThat(job.calls).doesNotContain("cancel");
        assertThat(shell.printed()).contains("Stopped waiting").contains("goes on in the background");
    }

    @Test
    void failedOlderJobStays() throws InterruptedException {
        FakeJob job = job("idle", JobState.SUSPENDED);
        Running running = inBackground(1, info("Resume-BitsTransfer"), line(BitsJob.of(job)));
        await().until(() -> job.calls.contains("resume"));
        job.become(JobState.ERROR, NOT_FOUND);
        running.finish();
        assertThat(job.calls).doesNotContain("cancel");
        assertThat(shell.errors.get(0).errorId()).isEqualTo("ResumeBitsTransferCOMException");
    }

    @Test
    void setChangesOnlyWhatWasGiven() {
        FakeJob job = job("old", JobState.SUSPENDED);
        shell.run(info("Set-BitsTransfer"), line(BitsJob.of(job), "-dn", "new", "-p", "low", "-so"));
        assertThat(job.calls).containsExactly("own", "change {displayName=new, priority=LOW}");
        assertThat(shell.output).containsExactly(BitsJob.of(job));
        assertThat(Members.get(shell.output.get(0), "DisplayName")).isEqualTo("new");
    }

    @Test
    void setTakesAProxyListWhenTheJobAlreadyOverrides() {
        FakeJob job = job("old", JobState.SUSPENDED);
        CmdletInfo set = info("Set-BitsTransfer");
        shell.run(set, line(BitsJob.of(job), "-ProxyList", URI.create("http://p/")));
        assertThat(shell.errors).hasSize(1);
        shell.run(set, line(BitsJob.of(job), "-pu", "Override"));
        shell.run(set, line(BitsJob.of(job), "-ProxyList", URI.create("http://p/")));
        assertThat(shell.errors).hasSize(1);
        assertThat(job.info.settings().get(JobProperty.PROXY_LIST)).containsExactly("http://p/");
    }

    @Test
    void addFileJoinsEveryRowToOneJob() {
        FakeJob job = job("one", JobState.SUSPENDED);
        shell.pipe(
                info("Add-BitsFile"),
                List.of(row("http://h/a", "a"), row("http://h/b", "b")),
                line("-BitsJob", BitsJob.of(job)));
        assertThat(job.calls).containsExactly("add http://h/a", "add http://h/b");
        assertThat(shell.output).hasSize(2);
    }

    @Test
    void waitOutputsTheJobsWhenTheyAreOver() throws InterruptedException {
        FakeJob one = job("one", JobState.TRANSFERRING);
        FakeJob two = job("two", JobState.ERROR);
        Running running =
                inBackground(2, info("Wait-BitsTransfer"), line((Object) List.of(BitsJob.of(one), BitsJob.of(two))));
        one.become(JobState.TRANSFERRED);
        running.finish();
        assertThat(shell.output).containsExactly(BitsJob.of(one), BitsJob.of(two));
        assertThat(shell.errors).isEmpty();
    }

    @Test
    void waitEndsAtItsTimeWithTheExitCodeOfAJobThatStillRuns() {
        FakeJob one = job("one", JobState.TRANSFERRING);
        shell.run(info("Wait-BitsTransfer"), line(BitsJob.of(one), "-Timeout", 0));
        assertThat(shell.output).hasSize(1);
        assertThat(shell.errors.get(0).errorId()).isEqualTo("WaitBitsTransferTimeout");
        assertThat(shell.errors.get(0).exitCode()).isEqualTo(ExitCode.STILL_RUNNING);
    }

    @Test
    void commandsThatNeedNoJobDoNotConnect() {
        JobAccess access = new JobAccess(() -> {
            throw new AssertionError("connected");
        });
        shell.services.put(JobAccess.class, access);
        shell.run(start, line("http://h/a", "nowhere/a"));
        assertThat(access.isOpen()).isFalse();
    }
}
