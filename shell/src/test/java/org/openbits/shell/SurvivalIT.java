package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.shell.Distribution.Result;
import org.openbits.testing.Nginx;

/** What the packaged programs do when something under them goes away: the service, the room on the disk. */
class SurvivalIT {

    private static final int MIB = 1 << 20;

    @TempDir
    Path directory;

    private Nginx nginx;
    private Distribution dist;

    @BeforeEach
    void start() throws IOException {
        nginx = Nginx.in(directory).start();
        dist = Distribution.fresh();
    }

    @AfterEach
    void stop() {
        dist.close();
        nginx.close();
    }

    @Test
    void aWaitingCommandStartsAKilledServiceAgainAndGetsItsFile() throws Exception {
        nginx.stop();
        nginx.limitRate("12m").start();
        byte[] content = publish("big", 32);
        Path file = directory.resolve("file");

        CompletableFuture<Result> waiting = CompletableFuture.supplyAsync(
                () -> dist.command(directory, "Start-BitsTransfer " + nginx.url("big") + " " + file));
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> temporaryBytes() > 0);
        dist.killService();

        Result result = waiting.get();
        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(file).hasBinaryContent(content);
    }

    /** A reboot ends every process; then systemd runs what the unit says, in an environment of its own, and nobody logs in. */
    @Test
    void afterARebootTheUnitAloneBringsTheFile() throws Exception {
        byte[] content = publish("big", 32);
        Path file = directory.resolve("file");
        nginx.stop();
        nginx.limitRate("4m").start();
        Result made = dist.command(
                directory, "Start-BitsTransfer " + nginx.url("big") + " " + file + " -Asynchronous -AutoComplete");
        assertThat(made.exitCode()).as("%s", made).isZero();
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> temporaryBytes() > 0);
        dist.killService();
        nginx.stop();
        nginx.limitRate("90m").start();

        String unit = dist.bits(directory, "service", "unit").out();
        assertThat(unit).contains("Environment=\"BITS_HOME=" + dist.home() + "\"");
        String start = unit.lines()
                .filter(line -> line.startsWith("ExecStart="))
                .map(line -> line.substring("ExecStart=".length()))
                .findFirst()
                .orElseThrow();
        Result started = dist.bash("cd / && env -i PATH=/usr/bin:/bin HOME=/ BITS_HOME=" + dist.home() + " " + start);
        assertThat(started.exitCode()).as("%s", started).isZero();

        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> Files.exists(file));
        assertThat(file).hasBinaryContent(content);
    }

    /** Only a login has XDG_RUNTIME_DIR; cron has none. */
    @Test
    void everySessionOfAUserMeetsTheSameService() {
        String session = "HOME=" + directory + " XDG_STATE_HOME=" + dist.home() + "/x XDG_RUNTIME_DIR=" + directory;
        String cron = "unset BITS_HOME XDG_RUNTIME_DIR; export XDG_STATE_HOME=" + dist.home() + "/x; ";

        try {
            Result made =
                    dist.bash(cron + "\"$BITS\" -c '(Start-BitsTransfer -Suspended -DisplayName night).DisplayName'");
            Result seen = dist.bash("unset BITS_HOME; " + session + " \"$BITS\" -c '(Get-BitsTransfer).DisplayName'");

            assertThat(made.out().strip()).as("%s", made).isEqualTo("night");
            assertThat(seen.out().strip()).as("%s", seen).isEqualTo("night");
        } finally {
            dist.bash(cron + "\"$BITS\" service stop");
        }
    }

    @Test
    void tenFirstCallsAtOnceShareOneService() throws Exception {
        dist.command(directory, "1");
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try {
            List<CompletableFuture<Result>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String line = "$null = Start-BitsTransfer -Suspended -DisplayName first" + i;
                calls.add(CompletableFuture.supplyAsync(() -> dist.command(directory, line), callers));
            }
            for (CompletableFuture<Result> call : calls) {
                assertThat(call.get().exitCode()).as("%s", call.get()).isZero();
            }
        } finally {
            callers.shutdown();
        }
        assertThat(dist.command(directory, "(Get-BitsTransfer).Count").out().strip())
                .isEqualTo("10");
    }

    @Test
    void aFullDiskIsNamedAndNothingIsLeft() throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        String mount = "mount -t tmpfs -o size=8m none '" + small + "'";
        assumeThat(dist.bash("unshare -rm bash -c \"" + mount + "\"").exitCode())
                .as("a file system of one's own needs the right to unshare")
                .isZero();
        publish("big", 40);

        Result result = dist.bash("unshare -rm bash -c \"" + mount + " && $BITS -NoService -c 'Start-BitsTransfer "
                + nginx.url("big") + " " + small + "/f -RetryTimeout 0'; code=\\$?; ls -A '" + small
                + "'; exit \\$code\"");

        assertThat(result.exitCode()).as("%s", result).isEqualTo(7);
        assertThat(result.err()).as("%s", result).contains("8388608 bytes free").contains("41943040");
        assertThat(result.out()).isEmpty();
    }

    private long temporaryBytes() throws IOException {
        try (var files = Files.newDirectoryStream(directory, "BIT*.tmp")) {
            for (Path file : files) {
                return Files.size(file);
            }
        }
        return 0;
    }

    private byte[] publish(String name, int mebibytes) throws IOException {
        byte[] content = new byte[mebibytes * MIB];
        new Random(mebibytes).nextBytes(content);
        Files.write(nginx.root().resolve(name), content);
        return content;
    }
}
