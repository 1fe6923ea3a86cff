package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openbits.automation.RecordingRuntime.line;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbits.ErrorCode;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Members;
import org.openbits.cmdlets.FakeManager.FakeJob;

/** The cmdlets that find jobs and act on them. */
class JobCmdletsTest extends CmdletsFixture {

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

    /** Nothing but Resume fetches them, and Complete would drop them: whoever adds too late must hear of it. */
    @Test
    void addFileSaysThatAJobHadBeenTransferredBefore() {
        FakeJob job = job("done", JobState.TRANSFERRED);
        shell.run(info("Add-BitsFile"), line(BitsJob.of(job), "http://h/b", "b"));
        assertThat(shell.warnings).singleElement().asString().contains("Resume-BitsTransfer");
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
