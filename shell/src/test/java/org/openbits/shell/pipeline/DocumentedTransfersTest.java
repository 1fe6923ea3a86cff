package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbits.BackgroundCopyJob;
import org.openbits.JobState;
import org.openbits.testing.Nginx;
import org.openbits.testing.Squid;

/** The documented examples that transfer files. */
class DocumentedTransfersTest extends DocumentedExamples {

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
        await().atMost(Duration.ofMinutes(2)).until(() -> manager.jobs().get(0).state() == JobState.TRANSFERRED);
    }

    @Test
    void c07goesThroughAProxyThatAsksWhoIsThere() throws IOException {
        Files.writeString(server.root().resolve("Patch0416.msu"), "a patch");
        host.typing("secret");
        try (Squid proxy = Squid.start("Server01%5CAdmin01", "secret")) {
            session.run("$env:temp = '" + dir + "'", "example");
            assertThat(show(EXAMPLES.get("C07").replace("BitsProxy:8080", "localhost:" + proxy.port()), null))
                    .isEmpty();
            assertThat(dir.resolve("Patch0416.msu")).hasContent("a patch");
            assertThat(proxy.endAndLog()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void c10triesItsProxiesInOrderAndProvesItsUserToTheServer() throws IOException {
        write("users", "Domain\\Username:{PLAIN}secret\n");
        String asks = "auth_basic depot; auth_basic_user_file " + dir.resolve("users") + ";";
        String forwards = "location / { proxy_pass http://$http_host$request_uri; }";
        host.typing("secret");
        try (Nginx guarded = Nginx.in(dir.resolve("guarded")).with(asks).start();
                Nginx proxy = Nginx.in(dir.resolve("proxy")).with(forwards).start()) {
            Files.writeString(guarded.root().resolve("testfile1.txt"), "content of testfile1.txt");
            String text = EXAMPLES.get("C10")
                    .replace("@SRV@", guarded.url("").replaceFirst("/$", ""))
                    .replace("https://proxy1", "https://localhost:" + deadPort())
                    .replace("123.24.21.23", "127.0.0.1:" + deadPort())
                    .replace("\"proxy3\"", "\"127.0.0.1:" + proxy.port() + "\"");
            assertThat(show(text, null)).isEmpty();
            assertFetched(1);
            assertThat(proxy.requests()).isNotEmpty();
        }
    }

    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
