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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.automation.CmdletRegistry;
import org.openbits.cmdlets.BitsCmdlets;
import org.openbits.cmdlets.JobAccess;
import org.openbits.cmdlets.core.CoreCmdlets;
import org.openbits.testing.Nginx;

/** The documented examples of the cmdlets, word for word, on a real queue and a real server; subclasses run them by subject. */
abstract class DocumentedExamples {

    static final Map<String, String> EXAMPLES = examples();

    @TempDir
    Path dir;

    Nginx server;
    BackgroundCopyManager manager;
    final ScriptedHost host = new ScriptedHost();
    ShellSession session;

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
    String run(String id) {
        return show(EXAMPLES.get(id), null);
    }

    String show(String text, BackgroundCopyJob job) {
        String base = server.url("");
        session.run(
                text.replace("@SRV@", base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                        .replace("@DIR@", dir.toString())
                        .replace("@GUID@", job == null ? "" : job.id().toString()),
                "example");
        return host.take();
    }

    BackgroundCopyJob suspended(String name) {
        return manager.createJob(JobSpec.download(name)
                .withFiles(List.of(FileSpec.of(
                        server.url("testfile1.txt"), dir.resolve(name + ".txt").toString()))));
    }

    BackgroundCopyJob transferred(String name) {
        BackgroundCopyJob job = suspended(name);
        job.resume();
        await().atMost(Duration.ofMinutes(2)).until(() -> job.state() == JobState.TRANSFERRED);
        return job;
    }

    void writeList() {
        StringBuilder list = new StringBuilder("Source, Destination\n");
        for (int index = 1; index <= 4; index++) {
            String name = "testfile" + index + ".txt";
            list.append(server.url(name)).append(", ").append(dir.resolve(name)).append('\n');
        }
        write("filelist.txt", list.toString());
    }

    void write(String name, String text) {
        try {
            Path file = dir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void assertFetched(int files) {
        for (int index = 1; index <= files; index++) {
            String name = "testfile" + index + ".txt";
            assertThat(dir.resolve(name)).hasContent("content of " + name);
        }
        assertThat(manager.jobs()).isEmpty();
    }

    /** The rows of the job table. */
    static List<String> rows(String shown) {
        return Arrays.stream(shown.split("\n"))
                .filter(line -> line.contains("Download "))
                .toList();
    }
}
