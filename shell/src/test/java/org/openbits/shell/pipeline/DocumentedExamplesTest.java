package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.ProxyUsage;
import org.openbits.automation.CmdletRegistry;
import org.openbits.cmdlets.BitsCmdlets;
import org.openbits.cmdlets.JobAccess;
import org.openbits.cmdlets.core.CoreCmdlets;
import org.openbits.testing.Nginx;

/** The documented examples of the cmdlets, word for word, on a real queue and a real server. */
class DocumentedExamplesTest {

    /** What does not run yet, and what it waits for. */
    private static final Map<String, String> OWED =
            Map.of("C07", "proxies that ask for an account", "C10", "proxies named without a scheme");

    private static final Map<String, String> EXAMPLES = examples();

    @TempDir
    Path dir;

    private Nginx server;
    private BackgroundCopyManager manager;
    private final ScriptedHost host = new ScriptedHost();
    private ShellSession session;

    private static Map<String, String> examples() {
        try {
            String text = Files.readString(Path.of("src/test/resources/documented/cmdlets.md"));
            Map<String, String> examples = new LinkedHashMap<>();
            Matcher each = Pattern.compile("## (C\\d\\d) .*?```powershell\\n(.*?)\\n```", Pattern.DOTALL)
                    .matcher(text);
            while (each.find()) {
                examples.put(each.group(1), each.group(2));
            }
            return examples;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = Nginx.in(Files.createDirectories(dir.resolve("www")))
                .with("dav_methods PUT;")
                .start();
        for (String name :
                List.of("testfile1.txt", "testfile2.txt", "testfile3.txt", "testfile4.txt", "File1.zip", "file1")) {
            Files.writeString(server.root().resolve(name), "content of " + name);
        }
        Files.createDirectories(dir.resolve("downloads"));
        manager = BackgroundCopyManager.embedded(dir.resolve("home"));
        CmdletRegistry registry = new CmdletRegistry();
        BitsCmdlets.register(registry);
        CoreCmdlets.register(registry);
        session = new ShellSession(registry, host);
        session.provide(JobAccess.class, () -> new JobAccess(() -> manager));
        session.setCurrentDirectory(dir);
    }

    @AfterEach
    void close() {
        manager.close();
        server.close();
    }

    /** Runs an example and gives what it showed. */
    private String run(String id) {
        return show(EXAMPLES.get(id), null);
    }

    private String show(String text, BackgroundCopyJob job) {
        String base = server.url("");
        session.run(
                text.replace("@SRV@", base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                        .replace("@DIR@", dir.toString())
                        .replace("@GUID@", job == null ? "" : job.id().toString()),
                "example");
        return host.take();
    }

    private BackgroundCopyJob suspended(String name) {
        return manager.createJob(JobSpec.download(name)
                .withFiles(List.of(FileSpec.of(
                        server.url("testfile1.txt"), dir.resolve(name + ".txt").toString()))));
    }

    private BackgroundCopyJob transferred(String name) {
        BackgroundCopyJob job = suspended(name);
        job.resume();
        await().atMost(Duration.ofSeconds(30)).until(() -> job.state() == JobState.TRANSFERRED);
        return job;
    }

    private void writeList() {
        StringBuilder list = new StringBuilder("Source, Destination\n");
        for (int index = 1; index <= 4; index++) {
            String name = "testfile" + index + ".txt";
            list.append(server.url(name)).append(", ").append(dir.resolve(name)).append('\n');
        }
        write("filelist.txt", list.toString());
    }

    private void write(String name, String text) {
        try {
            Path file = dir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void assertFetched(int files) {
        for (int index = 1; index <= files; index++) {
            String name = "testfile" + index + ".txt";
            assertThat(dir.resolve(name)).hasContent("content of " + name);
        }
        assertThat(manager.jobs()).isEmpty();
    }

    /** The rows of the job table. */
    private static List<String> rows(String shown) {
        return Arrays.stream(shown.split("\n"))
                .filter(line -> line.contains("Download "))
                .toList();
    }

    @Test
    void everyExampleIsRunOrOwed() {
        TreeSet<String> known = new TreeSet<>(OWED.keySet());
        for (var method : DocumentedExamplesTest.class.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class) && method.getName().matches("c\\d\\d.*")) {
                known.add(method.getName().substring(0, 3).toUpperCase(Locale.ROOT));
            }
        }
        assertThat(known).isEqualTo(new TreeSet<>(EXAMPLES.keySet())).hasSize(31);
        OWED.forEach((id, issue) -> System.out.println("documented example " + id + " is owed by " + issue));
    }

    @Test
    void c01downloads() {
        assertThat(run("C01")).isEmpty();
        assertFetched(1);
    }

    @Test
    void c02downloadsTheRowsOfAList() {
        writeList();
        assertThat(run("C02")).isEmpty();
        assertFetched(4);
    }

    @Test
    void c03uploads() {
        write("testfile1.txt", "from here");
        assertThat(run("C03")).isEmpty();
        assertThat(server.root().resolve("testfile1.txt")).hasContent("from here");
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void c06uploadsARowOfAListEach() {
        StringBuilder list = new StringBuilder("Source, Destination\n");
        for (int index = 1; index <= 4; index++) {
            String name = "testfile" + index + ".txt";
            write(name, "upload " + index);
            list.append(dir.resolve(name)).append(", ").append(server.url(name)).append('\n');
        }
        write("filelist.txt", list.toString());
        assertThat(run("C06")).isEmpty();
        for (int index = 1; index <= 4; index++) {
            assertThat(server.root().resolve("testfile" + index + ".txt")).hasContent("upload " + index);
        }
    }

    @Test
    void severalSourcesGoIntoOneDirectoryAsJobsOfTheirOwn() {
        write("b 1.bin", "one");
        write("b 2.bin", "two");
        show("Start-BitsTransfer -Source *.bin -Destination @SRV@/ -TransferType Upload -UploadProtocol Put", null);
        assertThat(server.root().resolve("b 1.bin")).hasContent("one");
        assertThat(server.root().resolve("b 2.bin")).hasContent("two");
    }

    @Test
    void c04pairsByIndex() {
        assertThat(run("C04")).isEmpty();
        assertFetched(2);
    }

    @Test
    void c05c09copyWhatAWildcardMatches() {
        for (String id : List.of("C05", "C09")) {
            write("src/a.txt", "a");
            write("src/b.txt", "b");
            write("dst/old", "");
            assertThat(run(id)).as(id).isEmpty();
            assertThat(dir.resolve("dst/a.txt")).hasContent("a");
            assertThat(dir.resolve("dst/b.txt")).hasContent("b");
        }
    }

    @Test
    void c09overTwoLines() {
        write("src/a.txt", "a");
        write("dst/old", "");
        assertThat(run("C09")).isEmpty();
        assertThat(dir.resolve("dst/a.txt")).hasContent("a");
    }

    @Test
    void c21takesJobsOver() {
        suspended("A Microsoft update");
        suspended("another");
        assertThat(rows(run("C21")))
                .singleElement()
                .asString()
                .contains("A Microsoft update")
                .endsWith(System.getProperty("user.name"));
    }

    @Test
    void c28removesTheJobsOfAllUsers() {
        suspended("one");
        suspended("two");
        assertThat(run("C28")).isEmpty();
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void c08byPosition() {
        assertThat(run("C08")).isEmpty();
        assertFetched(1);
    }

    @Test
    void c11pollsAndCompletes() {
        assertThat(run("C11")).isEmpty();
        assertThat(dir.resolve("downloads/File1.zip")).hasContent("content of File1.zip");
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void c11listsTheErrorOfAMissingFile() throws IOException {
        Files.delete(server.root().resolve("File1.zip"));
        assertThat(run("C11"))
                .contains("ErrorDescription")
                .contains("HTTP status 404: ")
                .doesNotContain("Other action");
    }

    @Test
    void c12showsTheNewJob() {
        assertThat(rows(run("C12"))).hasSize(1);
    }

    @Test
    void c13listsAllJobs() {
        suspended("TestJob2");
        transferred("TestJob1");
        String shown = run("C13");
        assertThat(shown).contains("JobId").contains("OwnerAccount");
        assertThat(rows(shown))
                .hasSize(2)
                .allMatch(row -> row.substring(20, 23).equals("...") || row.contains("\u2026"));
    }

    @Test
    void c14findsByIdentifierInAnyCase() {
        BackgroundCopyJob job = suspended("one");
        String shown = show("Get-BitsTransfer -JobId " + job.id().toString().toUpperCase(Locale.ROOT), job);
        assertThat(rows(shown)).hasSize(1);
        assertThat(shown).contains(job.id().toString().substring(0, 15));
        assertThat(run("C14")).contains("C0DD3D8C".toLowerCase(Locale.ROOT));
    }

    @Test
    void c15findsByName() {
        suspended("TestJob1");
        suspended("Other");
        assertThat(rows(run("C15"))).hasSize(1);
    }

    @Test
    void c16c17findByPatternAndByNameWithABlank() {
        List.of("BITS Transfer", "BITS Copy", "Other").forEach(this::suspended);
        assertThat(rows(run("C16"))).hasSize(2);
        assertThat(rows(run("C17"))).hasSize(1);
    }

    @Test
    void c17findsOne() {
        List.of("BITS Transfer", "BITS Copy", "Other").forEach(this::suspended);
        assertThat(rows(run("C17"))).hasSize(1);
    }

    @Test
    void c18addsAFile() {
        BackgroundCopyJob job = suspended("one");
        assertThat(rows(show(EXAMPLES.get("C18"), job))).hasSize(1);
        assertThat(job.progress().filesTotal()).isEqualTo(2);
        assertThat(job.state()).isEqualTo(JobState.SUSPENDED);
    }

    @Test
    void c19fillsAnEmptyJobFromAListAndWaits() {
        writeList();
        run("C19");
        assertFetched(4);
    }

    @Test
    void c20changesThePriority() {
        BackgroundCopyJob job = suspended("one");
        assertThat(rows(show(EXAMPLES.get("C20"), job))).hasSize(1);
        assertThat(job.info().priority()).isEqualTo(JobPriority.HIGH);
        assertThat(show("$Bits.Priority", job)).isEqualToIgnoringNewLines("High");
    }

    @Test
    void c22setsProxiesOfAllJobs() {
        BackgroundCopyJob job = suspended("one");
        suspended("two");
        assertThat(rows(run("C22"))).hasSize(2);
        assertThat(job.get(JobProperty.PROXY_USAGE)).isEqualTo(ProxyUsage.OVERRIDE);
        assertThat(job.get(JobProperty.PROXY_LIST)).containsExactly("http://proxy1", "http://proxy2:81");
        assertThat(job.get(JobProperty.PROXY_BYPASS_LIST)).containsExactly("http://directconnect");
    }

    @Test
    void c23suspendsAllJobs() {
        BackgroundCopyJob job = transferred("one");
        suspended("two");
        assertThat(rows(run("C23"))).hasSize(2).allMatch(row -> row.contains("Suspended"));
        assertThat(job.state()).isEqualTo(JobState.SUSPENDED);
    }

    @Test
    void c24resumesAndWaits() {
        suspended("one");
        suspended("two");
        assertThat(run("C24")).isEmpty();
        assertThat(dir.resolve("one.txt")).hasContent("content of testfile1.txt");
        assertThat(dir.resolve("two.txt")).exists();
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void c25fillsAndStartsInTheBackground() {
        assertThat(rows(run("C25"))).hasSize(2).allMatch(row -> row.contains("MyJob"));
        await().atMost(Duration.ofSeconds(30)).until(() -> manager.jobs().get(0).state() == JobState.TRANSFERRED);
    }

    @Test
    void c26completesAllJobs() {
        transferred("one");
        transferred("two");
        assertThat(run("C26")).isEmpty();
        assertThat(dir.resolve("one.txt")).exists();
        assertThat(dir.resolve("two.txt")).exists();
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void c27completesOneJob() {
        transferred("testjob1");
        transferred("two");
        assertThat(run("C27")).isEmpty();
        assertThat(dir.resolve("testjob1.txt")).exists();
        assertThat(manager.jobs()).hasSize(1);
    }

    @Test
    void c29importsTheModule() {
        assertThat(run("C29")).isEmpty();
        assertThat(run("C29")).isEmpty();
    }

    @Test
    void c30helps() {
        assertThat(run("C30"))
                .contains("Start-BitsTransfer")
                .containsIgnoringCase("synopsis")
                .contains("-Source");
    }

    @Test
    void c31findsTheCommands() {
        String shown = run("C31");
        for (String name : List.of(
                "Add-BitsFile",
                "Complete-BitsTransfer",
                "Get-BitsTransfer",
                "Remove-BitsTransfer",
                "Resume-BitsTransfer",
                "Set-BitsTransfer",
                "Start-BitsTransfer",
                "Suspend-BitsTransfer")) {
            assertThat(shown).contains(name);
        }
    }

    /** Every example of the help pages of the BITS cmdlets binds and runs. */
    @Test
    void examplesOfTheHelpPagesRun() {
        write("list.csv", "Source,Destination\n" + server.url("testfile1.txt") + "," + dir.resolve("x.txt") + "\n");
        for (String name : List.of("big.iso", "extra.txt")) {
            try {
                Files.writeString(server.root().resolve(name), name);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        session.variables().put("account", account());
        session.variables()
                .put(
                        "thumbprint",
                        java.util.stream.IntStream.range(0, 20).boxed().toList());
        session.variables().put("secret", new org.openbits.automation.SecureText("p".toCharArray()));
        session.run("$one = 'a'; $two = 'b'", "setup");
        for (var info : BitsCmdlets.registry().all()) {
            for (var example : info.examples()) {
                // A job that completes by itself may be gone before it can be cancelled.
                session.run("Get-BitsTransfer | Remove-BitsTransfer -ErrorAction Ignore", "setup");
                suspended("nightly");
                session.run("$job = Get-BitsTransfer nightly", "setup");
                boolean confirms = example.code().contains("-Confirm");
                boolean isAll =
                        example.code().contains("-AllUsers") || example.code().contains("Get-BitsTransfer | ");
                if (!confirms && !(isAll && example.code().contains("Wait-"))) {
                    String code = example.code().replace("http://host/", server.url(""));
                    // Servers are a matter of their own test: here their commands bind, and do nothing.
                    String shown =
                            show(info.name().matches("(Start|Stop)-BitsServer") ? code + " -WhatIf" : code, null);
                    assertThat(shown)
                            .as(example.code())
                            .doesNotContain("ParameterBinding", "cannot be found", "Cannot bind");
                }
            }
        }
    }

    private static Object account() {
        return new org.openbits.automation.PSCredential("u", new org.openbits.automation.SecureText("p".toCharArray()));
    }
}
