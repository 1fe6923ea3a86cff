package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.shell.Distribution.Result;
import org.openbits.testing.Nginx;

/** The main job, end to end: a real file from a real web server, in the background, by real processes. */
class MainJobIT {

    private static final int MIB = 1 << 20;

    @TempDir
    Path directory;

    private Nginx nginx;
    private Distribution dist;
    private Path downloads;

    @BeforeEach
    void start() throws IOException {
        nginx = Nginx.in(directory).start();
        dist = Distribution.fresh();
        downloads = Files.createDirectory(directory.resolve("downloads"));
    }

    @AfterEach
    void stop() {
        dist.close();
        nginx.close();
    }

    @Test
    void bringsAFileWithTheRightDigest() throws Exception {
        bringsAFile(200);
    }

    @Test
    @Tag("full")
    void bringsAGibibyteWithTheRightDigest() throws Exception {
        bringsAFile(1024);
    }

    private void bringsAFile(int mebibytes) throws Exception {
        String digest = publish("big", mebibytes);

        Result result = dist.command(
                downloads, "Start-BitsTransfer -Source " + nginx.url("big") + " -Destination " + downloads + "/file");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(sha256(downloads.resolve("file"))).isEqualTo(digest);
        assertThat(temporaryFiles()).isEmpty();
        assertThat(dist.command(downloads, "Get-BitsTransfer").out()).isEmpty();
    }

    @Test
    void theDocumentedPollingLoopNeverTakesAnotherAction() throws Exception {
        pollingLoop(2);
    }

    @Test
    @Tag("full")
    void theDocumentedPollingLoopNeverTakesAnotherActionTwentyTimes() throws Exception {
        pollingLoop(20);
    }

    /** Example C11 of the public pages, to the letter but for the addresses. */
    private void pollingLoop(int rounds) throws Exception {
        String digest = publish("File1.zip", 64);
        Path script = directory.resolve("loop.ps1");
        Files.writeString(script, """
                $Job = Start-BitsTransfer -Source @SRV@/File1.zip `
                       -Destination @DIR@/downloads/ -Asynchronous

                while (($Job.JobState -eq "Transferring") -or ($Job.JobState -eq "Connecting")) `
                       { sleep 5;} # Poll for status, sleep for 5 seconds, or perform an action.

                Switch($Job.JobState)
                {
                    "Transferred" {Complete-BitsTransfer -BitsJob $Job}
                    "Error" {$Job | Format-List } # List the errors.
                    default {"Other action"} #  Perform corrective action.
                }
                """.replace("@SRV@/", nginx.url("")).replace("@DIR@", directory.toString()));
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 1) {
                dist.killService();
            }
            Result result = dist.bits(directory, script.toString());

            assertThat(result.out()).as("round %d: %s", round, result).isEmpty();
            assertThat(result.exitCode()).as("round %d: %s", round, result).isZero();
            assertThat(sha256(downloads.resolve("File1.zip"))).isEqualTo(digest);
            Files.delete(downloads.resolve("File1.zip"));
        }
    }

    @Test
    void anAsynchronousJobOutlivesItsShellAndItsService() throws Exception {
        nginx.stop();
        nginx.limitRate("5m").start();
        String digest = publish("big", 96);

        Result started = dist.command(
                downloads,
                // Low priority keeps to one connection, so that the first byte of a request tells what it goes on from.
                "(Start-BitsTransfer -Source " + nginx.url("big") + " -Destination " + downloads
                        + "/file -Asynchronous -Priority Low).JobId");
        assertThat(started.exitCode()).as("%s", started).isZero();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !temporaryFiles().isEmpty());
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> bytesTransferred() > 24L * MIB);
        assertThat(downloads.resolve("file")).doesNotExist();
        dist.killService();

        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> dist.command(downloads, "(Get-BitsTransfer).JobState")
                                .out()
                                .strip(),
                        "Transferred"::equals);
        assertThat(downloads.resolve("file")).doesNotExist();
        Result completed = dist.command(downloads, "Get-BitsTransfer | Complete-BitsTransfer");

        assertThat(completed.exitCode()).as("%s", completed).isZero();
        assertThat(sha256(downloads.resolve("file"))).isEqualTo(digest);
        assertThat(temporaryFiles()).isEmpty();
        assertThat(nginx.requests()).anyMatch(request -> request.status() == 206 && request.from() > 0);
        long fetched = nginx.requests().stream().mapToLong(Nginx.Request::bytes).sum();
        // At that rate: a checkpoint each second, and room for a disk that stands still for two.
        assertThat(fetched - 96L * MIB).as("bytes fetched twice").isLessThanOrEqualTo(24L * MIB);
    }

    @Test
    void goesOnByItselfWhenTheServerComesBack() throws Exception {
        String digest = publish("big", 16);
        nginx.stop();

        dist.command(
                downloads,
                "$null = Start-BitsTransfer -Source " + nginx.url("big") + " -Destination " + downloads
                        + "/file -Asynchronous -AutoComplete");
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> dist.command(downloads, "(Get-BitsTransfer).JobState")
                                .out()
                                .strip(),
                        "TransientError"::equals);
        nginx.start();

        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> Files.exists(downloads.resolve("file")));
        assertThat(sha256(downloads.resolve("file"))).isEqualTo(digest);
    }

    @Test
    void aGroovyScriptDoesTheSame() throws Exception {
        String digest = publish("big", 8);
        Path script = Files.writeString(directory.resolve("get.groovy"), """
                def job = startBitsTransfer(source: args[0], destination: args[1], asynchronous: true)
                waitBitsTransfer(bitsJob: job)
                assert job.jobState == 'Transferred'
                'Complete-BitsTransfer'(BitsJob: job)
                """);

        Result result = dist.bits(directory, script.toString(), nginx.url("big"), downloads + "/file");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(sha256(downloads.resolve("file"))).isEqualTo(digest);
    }

    @Test
    void jshellDoesTheSame() throws Exception {
        String digest = publish("big", 8);

        Result result = dist.run(
                directory,
                "startBitsTransfer(\"" + nginx.url("big") + "\", \"" + downloads + "/file\")\n"
                        + "cmdlet(\"Start-BitsTransfer\").with(\"Source\", \"" + nginx.url("big")
                        + "\").with(\"Destination\", \"" + downloads + "/second\").run()\n/exit\n",
                dist.bitsCommand("jshell"));

        assertThat(sha256(downloads.resolve("file"))).as("%s", result).isEqualTo(digest);
        assertThat(sha256(downloads.resolve("second"))).as("%s", result).isEqualTo(digest);
    }

    @Test
    void embeddedModeNeedsNoService() throws Exception {
        String digest = publish("big", 8);

        Result result = dist.bits(
                directory,
                "-NoService",
                "-c",
                "Start-BitsTransfer -Source " + nginx.url("big") + " -Destination " + downloads + "/file");

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(sha256(downloads.resolve("file"))).isEqualTo(digest);
        assertThat(dist.servicePid()).isEqualTo(-1);
    }

    @Test
    void aCallInACommandSubstitutionReturns() throws Exception {
        Result result = dist.run(
                directory,
                "",
                List.of(
                        "bash",
                        "-c",
                        "x=$(timeout 200 '" + dist.bitsCommand().get(0)
                                + "' -c 'Get-BitsTransfer'); echo \"code $? [$x]\""));

        assertThat(result.out()).isEqualTo("code 0 []\n");
    }

    private long bytesTransferred() {
        String text = dist.command(downloads, "(Get-BitsTransfer).BytesTransferred")
                .out()
                .strip();
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }

    private List<Path> temporaryFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(downloads, "BIT*.tmp")) {
            files.forEach(found::add);
        }
        return found;
    }

    /** Puts a file of random bytes on the server; returns its digest. */
    private String publish(String name, int mebibytes) throws IOException, NoSuchAlgorithmException {
        Random random = new Random(name.hashCode());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] block = new byte[MIB];
        try (OutputStream out = Files.newOutputStream(nginx.root().resolve(name))) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                digest.update(block);
                out.write(block);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[MIB];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
