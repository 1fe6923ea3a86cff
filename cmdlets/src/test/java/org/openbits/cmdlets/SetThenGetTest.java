package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.automation.RecordingRuntime.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.JobId;
import org.openbits.JobSpec;
import org.openbits.JobType;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Conversion;
import org.openbits.automation.Members;
import org.openbits.automation.RecordingRuntime;

/** What Set-BitsTransfer takes, Get-BitsTransfer shows, also after the queue was closed and opened again: on a real one. */
@Timeout(300)
class SetThenGetTest {

    /**
     * A row of the table.
     *
     * @param words parameter and value, with what else it needs
     * @param property of the job
     * @param shown its text
     */
    private record Row(List<Object> words, String property, String shown) {}

    private static final List<Row> TABLE = List.of(
            row("DisplayName", "nightly", "-DisplayName", "nightly"),
            row("Description", "weekly image", "-Description", "weekly image"),
            row("Priority", "Low", "-Priority", "Low"),
            row("RetryInterval", "77", "-RetryInterval", 77),
            row("RetryTimeout", "3600", "-RetryTimeout", 3600),
            row("MaxDownloadTime", "86400", "-MaxDownloadTime", 86_400),
            row("TransferPolicy", "Standard", "-TransferPolicy", "Standard"),
            row("HttpMethod", "POST", "-HttpMethod", "POST"),
            row("Dynamic", "True", "-Dynamic"),
            row("ACLFlags", "o, g", "-ACLFlags", "og"),
            row("SecurityFlags", "RedirectPolicyAllowReport", "-SecurityFlags", 0x100),
            row("NotifyFlags", "JobTransferred", "-NotifyFlags", 1),
            row("NotifyCmdLine", "/bin/true a b", "-NotifyCmdLine", List.of("/bin/true", "a b")),
            row("CustomHeaders", "X-Depot: 7", "-CustomHeaders", "X-Depot: 7"),
            row("CustomHeadersWriteOnly", "True", "-CustomHeadersWriteOnly"),
            row("Authentication", "Basic", "-Authentication", "Basic"),
            row("ProxyAuthentication", "Digest", "-ProxyAuthentication", "Digest"),
            row("UseStoredCredential", "Proxy", "-UseStoredCredential", "Proxy"),
            row("CertificateStoreLocation", "LocalMachine", "-CertStoreLocation", "LOCAL_MACHINE"),
            row("CertificateStoreName", "MY", "-CertStoreName", "MY"),
            row("CertificateHash", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", "-CertHash", thumbprint()),
            row("AutoComplete", "True", "-AutoComplete"),
            row("MaxDownloadSize", "5000000000", "-MaxDownloadSize", 5_000_000_000L),
            row("OnDemandMode", "True", "-OnDemandMode"),
            row("HighPerformance", "True", "-HighPerformance"),
            row("MinimumNotificationInterval", "250", "-MinimumNotificationInterval", 250),
            row("PeerCachingFlags", "3", "-PeerCachingFlags", 3),
            row("HelperTokenFlags", "1", "-HelperTokenFlags", 1),
            row("UploadProtocol", "Tus", "-UploadProtocol", "Tus"),
            row("ReplyFileName", "/tmp/reply", "-ReplyFileName", "/tmp/reply"),
            row("ProxyUsage", "NoProxy", "-ProxyUsage", "NoProxy"),
            row("ProxyList", "http://p:8080/", "-ProxyUsage", "Override", "-ProxyList", "http://p:8080/"),
            row(
                    "ProxyBypassList",
                    "intranet",
                    "-ProxyUsage",
                    "Override",
                    "-ProxyList",
                    "http://p:8080/",
                    "-ProxyBypass",
                    "intranet"));

    /** No property of the job tells of these: which it is, whose it is now, and secrets. */
    private static final Set<String> NOT_SHOWN =
            Set.of("BitsJob", "SetOwnerToCurrentUser", "Credential", "ProxyCredential");

    @TempDir
    Path directory;

    private BackgroundCopyManager manager;
    private RecordingRuntime shell;

    @BeforeEach
    void open() {
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
        shell = new RecordingRuntime();
        WaitPolicy policy = new WaitPolicy(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(50));
        shell.services.put(JobAccess.class, new JobAccess(() -> manager, policy));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private static Row row(String property, String shown, Object... words) {
        return new Row(List.of(words), property, shown);
    }

    private static List<Integer> thumbprint() {
        List<Integer> bytes = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            bytes.add(i);
        }
        return bytes;
    }

    private static CmdletInfo info(String name) {
        return Objects.requireNonNull(BitsCmdlets.registry().find(name));
    }

    @Test
    void theTableHasEveryParameter() {
        Set<String> named = new TreeSet<>(NOT_SHOWN);
        for (Row row : TABLE) {
            row.words().stream()
                    .filter(word -> word instanceof String text && text.startsWith("-"))
                    .forEach(word -> named.add(((String) word).substring(1)));
        }
        Set<String> all = new TreeSet<>();
        info("Set-BitsTransfer").parameters().forEach(parameter -> all.add(parameter.name()));
        assertThat(named).isEqualTo(all);
    }

    @Test
    void whatIsSetIsShownAndOutlivesTheQueue() {
        Map<Row, JobId> jobs = new LinkedHashMap<>();
        for (Row row : TABLE) {
            BackgroundCopyJob job = manager.createJob(job(row));
            List<Object> words = new ArrayList<>(List.of(BitsJob.of(job)));
            words.addAll(row.words());
            shell.run(info("Set-BitsTransfer"), line(words.toArray()));
            assertThat(shell.errors).as(row.toString()).isEmpty();
            jobs.put(row, job.id());
        }
        Map<String, String> expected = new LinkedHashMap<>();
        TABLE.forEach(row -> expected.put(row.property(), row.shown()));
        assertThat(shown(jobs)).isEqualTo(expected);
        close();
        open();
        assertThat(shown(jobs)).isEqualTo(expected);
    }

    /** Only an upload-reply job has a reply. */
    private static JobSpec job(Row row) {
        JobSpec spec = JobSpec.download("job");
        return row.property().equals("ReplyFileName")
                ? new JobSpec(JobType.UPLOAD_REPLY, spec.settings(), spec.files(), List.of(), false)
                : spec;
    }

    private Map<String, String> shown(Map<Row, JobId> jobs) {
        Map<String, String> shown = new LinkedHashMap<>();
        jobs.forEach((row, id) -> {
            shell.output.clear();
            shell.run(info("Get-BitsTransfer"), line("-JobId", id.value().toString()));
            shown.put(row.property(), Conversion.toText(Members.get(shell.output.get(0), row.property())));
        });
        return shown;
    }
}
