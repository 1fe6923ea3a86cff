package org.openbits.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.ErrorCode;
import org.openbits.JobState;
import org.openbits.testing.Nginx;

/** bitsadmin against a real queue and a real web server; names say which documented example (B..) a test is. */
class BitsAdminTest {

    @TempDir
    Path directory;

    private Nginx nginx;
    private BackgroundCopyManager manager;
    private Path downloads;

    @BeforeEach
    void start() throws IOException {
        nginx = Nginx.in(directory).start();
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
        downloads = Files.createDirectory(directory.resolve("dst"));
        Files.write(nginx.root().resolve("10mb.zip"), pattern(100_000));
    }

    @AfterEach
    void stop() {
        manager.close();
        nginx.close();
    }

    private record Result(int code, String out) {

        /** The output after the banner. */
        String text() {
            return out.substring(BitsAdmin.BANNER.formatted().length() + 1);
        }
    }

    private Result bitsadmin(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new BitsAdmin(() -> manager, out, 0, () -> false).run(List.of(arguments));
        return new Result(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private Result line(String commandLine) {
        return bitsadmin(
                CommandWords.split(commandLine.replace("@SRV@/", nginx.url("")).replace("@DIR@", downloads.toString()))
                        .toArray(String[]::new));
    }

    private BackgroundCopyJob created(String name) {
        line("/create " + name);
        return manager.jobs().get(manager.jobs().size() - 1);
    }

    @Test
    void b01TransferBringsTheFileAndLeavesNoJob() throws IOException {
        Result result = line("/transfer myDownloadJob /download /priority normal @SRV@/10mb.zip @DIR@/10mb.zip");

        assertThat(result.code()).as(result.out()).isZero();
        assertThat(result.text()).endsWith("Transfer complete." + System.lineSeparator());
        assertThat(downloads.resolve("10mb.zip")).hasBinaryContent(pattern(100_000));
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void aTransferThatFailsSaysWhereAndWhyAndIsCancelled() {
        Result result = line("/transfer j @SRV@/none @DIR@/none");

        assertThat(result.code()).isEqualTo(ErrorCode.http(404).number());
        assertThat(result.text())
                .contains("Unable to complete transfer.", "ERROR FILE:    " + nginx.url("none") + " -> ")
                .contains("ERROR CODE:    0x80190194 - ", "ERROR CONTEXT: 0x00000005 - ");
        assertThat(manager.jobs()).isEmpty();
        assertThat(downloads).isEmptyDirectory();
    }

    @Test
    void b02CreatePrintsTheLineScriptsCutTheIdentifierOutOf() {
        Result result = line("/create myDownloadJob");

        assertThat(result.text()).matches("(?s)Created job \\{[0-9A-F-]{36}}\\.\\R");
        assertThat(line("/rawreturn /create second").out()).matches("\\{[0-9A-F-]{36}}");
        assertThat(manager.jobs()).hasSize(2).allMatch(job -> job.state() == JobState.SUSPENDED);
    }

    @Test
    void b03ToB06AJobStepByStep() throws IOException {
        BackgroundCopyJob job = created("myDownloadJob");

        assertThat(line("/addfile myDownloadJob @SRV@/10mb.zip @DIR@/10mb.zip").text())
                .contains("Added " + nginx.url("10mb.zip") + " -> " + downloads.resolve("10mb.zip"));
        assertThat(line("/resume myDownloadJob").text()).startsWith("Job ");
        await(job, JobState.TRANSFERRED);
        assertThat(downloads.resolve("10mb.zip")).doesNotExist();
        assertThat(line("/info myDownloadJob /verbose").text()).contains("STATE: TRANSFERRED ");
        assertThat(line("/complete myDownloadJob").code()).isZero();
        assertThat(downloads.resolve("10mb.zip")).hasBinaryContent(pattern(100_000));
        assertThat(line("/complete " + job.id().toRegistryForm()).code()).isNotZero();
    }

    @Test
    void b05TheLongFormOfAJobWhoseServerHasNoName() {
        BackgroundCopyJob job = created("myDownloadJob");
        line("/addfile myDownloadJob http://no-such-host.invalid/10mb.zip @DIR@/10mb.zip");
        line("/resume myDownloadJob");
        await(job, JobState.TRANSIENT_ERROR);

        assertThat(line("/info myDownloadJob /verbose").text())
                .contains("GUID: " + job.id().toRegistryForm() + " DISPLAY: 'myDownloadJob'")
                .contains("TYPE: DOWNLOAD STATE: TRANSIENT_ERROR OWNER: ")
                .contains("PRIORITY: NORMAL FILES: 0 / 1 BYTES: 0 / UNKNOWN")
                .contains("COMPLETION TIME: UNKNOWN ACL FLAGS:")
                .contains("NOTIFY INTERFACE: UNREGISTERED NOTIFICATION FLAGS: 3")
                .contains("RETRY DELAY: 600 NO PROGRESS TIMEOUT: 1209600 ERROR COUNT: 1")
                .contains("PROXY USAGE: PRECONFIG PROXY LIST: NULL PROXY BYPASS LIST: NULL")
                .contains("ERROR CODE:    0x80072ee7 - ", "ERROR CONTEXT: 0x00000005 - ")
                .contains("\t0 / UNKNOWN WORKING http://no-such-host.invalid/10mb.zip -> ")
                .contains("NOTIFICATION COMMAND LINE: none");
    }

    @Test
    void b07AndB08ListAndReset() {
        BackgroundCopyJob first = created("job1");
        BackgroundCopyJob second = created("job2");

        assertThat(line("/list").text().lines())
                .containsExactly(
                        first.id().toRegistryForm() + " 'job1' SUSPENDED 0 / 0 0 / 0",
                        second.id().toRegistryForm() + " 'job2' SUSPENDED 0 / 0 0 / 0",
                        "",
                        "Listed 2 job(s).");
        assertThat(line("/reset").text().lines())
                .containsExactly(
                        first.id().toRegistryForm() + " canceled.",
                        second.id().toRegistryForm() + " canceled.",
                        "2 out of 2 jobs canceled.");
        assertThat(line("/list").text().lines()).containsExactly("", "Listed 0 job(s).");
    }

    @Test
    void b10AddFileSetSkipsComments() throws IOException {
        BackgroundCopyJob job = created("myDownloadJob");
        Path list = Files.writeString(
                directory.resolve("files.txt"),
                "# a comment\n" + nginx.url("a") + "   " + downloads.resolve("a") + "\n\n" + nginx.url("b") + " \""
                        + downloads.resolve("b c") + "\"\n");

        assertThat(line("/addfileset myDownloadJob " + list).code()).isZero();

        assertThat(job.files()).hasSize(2);
        assertThat(job.files().get(1).localName())
                .isEqualTo(downloads.resolve("b c").toString());
    }

    @Test
    void b11AddFileWithRangesConcatenatesThem() throws IOException {
        BackgroundCopyJob job = created("myDownloadJob");

        Result added =
                line("/addfilewithranges myDownloadJob @SRV@/10mb.zip @DIR@/10mb.zip \"0:100,2000:100,5000:eof\"");
        assertThat(added.code()).as(added.out()).isZero();
        job.resume();
        await(job, JobState.TRANSFERRED);
        job.complete();

        byte[] whole = pattern(100_000);
        byte[] expected = new byte[95_200];
        System.arraycopy(whole, 0, expected, 0, 100);
        System.arraycopy(whole, 2000, expected, 100, 100);
        System.arraycopy(whole, 5000, expected, 200, 95_000);
        assertThat(downloads.resolve("10mb.zip")).hasBinaryContent(expected);
    }

    @Test
    void overlappingRangesAreRefusedWithTheirCode() {
        created("j");

        Result result = line("/addfilewithranges j @SRV@/10mb.zip @DIR@/x 0:100,50:100");

        assertThat(result.code()).isEqualTo(ErrorCode.BG_E_OVERLAPPING_RANGES.number());
        assertThat(result.text()).startsWith("Unable to add file to job - 0x8020002c");
    }

    /** B20 to B46, B53 to B69: what a switch sets, its partner shows. */
    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    /getaclflags,, ''
                    /setaclflags j OG, /getaclflags j, OG
                    /setaclflags j ogd, /getaclflags j, OGD
                    /getbytestransferred,, 0
                    /getbytestotal,, 0
                    /getcustomheaders,, NULL
                    /setcustomheaders j Accept-encoding:deflate/gzip, /getcustomheaders j, Accept-encoding:deflate/gzip
                    /setdisplayname j j, /getdisplayname j, j
                    /setdescription j "two words", /getdescription j, two words
                    /getfilestotal,, 0
                    /getfilestransferred,, 0
                    /gethelpertokenflags,, 0
                    /gethttpmethod,, GET
                    /sethttpmethod j POST, /gethttpmethod j, POST
                    /getminretrydelay,, 600
                    /setminretrydelay j 1, /getminretrydelay j, 5
                    /getnoprogresstimeout,, 1209600
                    /setnoprogresstimeout j 20, /getnoprogresstimeout j, 20
                    /getmaxdownloadtime,, 7776000
                    /setmaxdownloadtime j 10, /getmaxdownloadtime j, 10
                    /getnotifyflags,, 3
                    /setnotifyflags j 2, /getnotifyflags j, 2
                    /getnotifyinterface,, UNREGISTERED
                    /getnotifycmdline,, none
                    /setnotifycmdline j /bin/notepad NULL, /getnotifycmdline j, /bin/notepad
                    /SetNotifyCmdLine j /bin/cb "/bin/cb parm1 parm2", /getnotifycmdline j, /bin/cb parm1 parm2
                    /getpeercachingflags,, 0
                    /setpeercachingflags j 3, /getpeercachingflags j, 3
                    /getpriority,, NORMAL
                    /setpriority j foreground, /getpriority j, FOREGROUND
                    /getproxylist,, NULL
                    /getproxyusage,, PRECONFIG
                    /setproxysettings j OVERRIDE proxy1:80 "", /getproxylist j, proxy1:80
                    '/setproxysettings j OVERRIDE proxy1,proxy2,proxy3 NULL', /getproxylist j, 'proxy1,proxy2,proxy3'
                    /setproxysettings j AUTODETECT, /getproxyusage j, AUTODETECT
                    /getstate,, SUSPENDED
                    /gettype,, DOWNLOAD
                    /geterrorcount,, 0
                    /getcompletiontime,, UNKNOWN
                    /setsecurityflags j 0x0001, /getsecurityflags j, 0x0001
                    /setclientcertificatebyid j 1 MY A106B52356D3FBCD1853A41B619358BD, /getclientcertificate j, CURRENT_USER MY A106B52356D3FBCD1853A41B619358BD
                    """)
    void aValueAndItsSwitch(String first, String second, String expected) {
        created("j");
        String get = second == null ? first + " j" : second;
        if (second != null) {
            Result set = line(first);
            assertThat(set.code()).as(set.out()).isZero();
        }

        Result raw = line("/rawreturn " + get);

        assertThat(raw.code()).as(raw.out()).isZero();
        assertThat(raw.out()).isEqualTo(expected);
        assertThat(line(get).text()).isEqualTo(expected + System.lineSeparator());
    }

    @Test
    void b46WriteOnlyHeadersAreNoLongerShown() {
        created("j");
        line("/setcustomheaders j X-Token:abc");

        assertThat(line("/makecustomheaderswriteonly j").code()).isZero();

        assertThat(line("/getcustomheaders j").out()).doesNotContain("abc");
    }

    @Test
    void b53OnlyMatchingPrefixesChange() {
        BackgroundCopyJob job = created("j");
        job.addFile("http://stageserver/a", downloads.resolve("a").toString());
        job.addFile("http://otherserver/b", downloads.resolve("b").toString());

        assertThat(line("/replaceremoteprefix j http://stageserver http://prodserver")
                        .code())
                .isZero();

        assertThat(job.files().stream().map(file -> file.remoteName()))
                .containsExactly("http://prodserver/a", "http://otherserver/b");
    }

    @Test
    void b45HelpNamesEverySwitch() {
        String help = line("/help").text();

        assertThat(Switches.table().keySet())
                .allSatisfy(name -> assertThat(help).contains(name.toUpperCase(Locale.ROOT)));
        assertThat(line("/?").text()).isEqualTo(help);
        assertThat(line("/help /addfile").text()).contains("/ADDFILE <job> <remote_url> <local_name>");
        assertThat(line("/cache /help").text()).contains("/CACHE /GETLIMIT");
    }

    @Test
    void b53AJobUnderWayGoesOnAtItsNewServerWithNothingOfTheOldOne() throws IOException {
        Path slowDirectory = Files.createDirectory(directory.resolve("slow"));
        try (Nginx slow = Nginx.in(slowDirectory).limitRate("10k").start()) {
            // Another version by its time: BITS goes on at the same offset only when size and time are the same.
            Path old = Files.write(slow.root().resolve("10mb.zip"), new byte[100_000]);
            Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
            BackgroundCopyJob job = created("j");
            line("/addfile j " + slow.url("10mb.zip") + " @DIR@/10mb.zip");
            line("/resume j");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> job.info().progress().bytesTransferred() > 0);

            Result replaced = line("/replaceremoteprefix j " + slow.url("") + " " + nginx.url(""));

            assertThat(replaced.text()).isEqualTo("Job j changed." + System.lineSeparator());
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> job.info().state() == JobState.TRANSFERRED);
            assertThat(line("/listfiles j").text()).contains(nginx.url("10mb.zip") + " -> ");
            line("/complete j");
            assertThat(downloads.resolve("10mb.zip")).hasBinaryContent(pattern(100_000));
        }
    }

    @Test
    void b79NoCommandShowsTheUsage() {
        Result result = bitsadmin();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("BITSADMIN version 3.0", "Invalid command", "USAGE: BITSADMIN");
    }

    @Test
    void twoJobsOfOneNameAreAnErrorThatNamesTheWayOut() {
        created("twin");
        BackgroundCopyJob second = created("twin");

        Result result = line("/getstate twin");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).contains("Use the job identifier instead of the job name.");
        assertThat(line("/getstate " + second.id().toRegistryForm().toLowerCase(Locale.ROOT))
                        .code())
                .isZero();
    }

    /** Command line, exit code. */
    @ParameterizedTest
    @CsvSource({
        "/nosuchswitch, 1",
        "/addfile, 1",
        "/getstate a b, 1",
        "/setpriority j urgent, 1",
        "/setminretrydelay j soon, 1",
        "/getstate nosuchjob, -2145386495",
        "/getstate {C775D194-090F-431F-B5FB-8334D00D1CB6}, -2145386495",
        "/getstate {nonsense}, -2147024809",
        "/resume j, -2145386493",
        "/geterror j, -2145386481",
        "/gethelpertokensid j, -2147467263",
        "/getreplydata j, -2147467263",
        "/gettemporaryname j 7, -2145386455",
        "/list, 0",
        "/util /version, 0",
        "/cache /list, 0",
        "/peers /list, 0",
        "-list, 0"
    })
    void exitCodes(String commandLine, int code) {
        created("j");

        Result result = line(commandLine);

        assertThat(result.code()).as(result.out()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-2145386495, 1", "-2145386493, 3", "-2145845876, 140", "-2147024896, 1"})
    void aPosixExitStatusIsTheLowestByteAndNeverZeroForAFailure(int code, int status) {
        assertThat(BitsAdmin.exitStatus(code)).isEqualTo(status);
    }

    private static void await(BackgroundCopyJob job, JobState state) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(job::state, state::equals);
    }

    private static byte[] pattern(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return Arrays.copyOf(bytes, size);
    }
}
