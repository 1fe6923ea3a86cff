package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openbits.automation.RecordingRuntime.line;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Members;
import org.openbits.automation.PSCredential;
import org.openbits.automation.SecureText;
import org.openbits.cmdlets.FakeManager.FakeJob;

/** What Start-BitsTransfer makes of its parameters. */
class StartBitsTransferTest extends CmdletsFixture {

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
}
