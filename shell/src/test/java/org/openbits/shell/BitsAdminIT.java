package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.shell.Distribution.Result;
import org.openbits.testing.Nginx;

/** bitsadmin as batch files use it, here from a POSIX shell: the packaged program, its texts and its exit codes. */
class BitsAdminIT {

    @TempDir
    Path directory;

    private Nginx nginx;
    private Distribution dist;
    private byte[] content;

    @BeforeEach
    void start() throws IOException {
        nginx = Nginx.in(directory).start();
        dist = Distribution.fresh();
        content = new byte[300_000];
        new Random(8).nextBytes(content);
        Files.write(nginx.root().resolve("setup.exe"), content);
    }

    @AfterEach
    void stop() {
        dist.close();
        nginx.close();
    }

    /** Runs lines of a POSIX shell, in which {@code bitsadmin} is the program; a failing line ends them. */
    private Result script(String lines) {
        String text = lines.replace("@SRV@/", nginx.url("")).replace("@DIR@", directory.toString());
        String program = dist.place().resolve("bin/bitsadmin").toString();
        return dist.run(
                directory,
                "",
                java.util.List.of("sh", "-e", "-c", "bitsadmin() { '" + program + "' \"$@\"; }\n" + text));
    }

    @Test
    void transferReturnsWhenTheFileIsThereAlsoWithItsOutputThrownAway() {
        Result result = script("""
                bitsadmin /transfer "my download" /download /priority normal @SRV@/setup.exe "@DIR@/a.exe" >/dev/null 2>&1
                bitsadmin /transfer mydownload @SRV@/setup.exe @DIR@/b.exe | tail -n 1
                """);

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.out()).isEqualTo("Transfer complete.\n");
        assertThat(directory.resolve("a.exe")).hasBinaryContent(content);
        assertThat(directory.resolve("b.exe")).hasBinaryContent(content);
    }

    @Test
    void cancelsWhatMayNotBeThereThenCreatesItAndPollsForItsState() {
        Result result = script("""
                bitsadmin /cancel update >/dev/null || echo "nothing to cancel"
                bitsadmin /create update >/dev/null
                bitsadmin /addfile update @SRV@/setup.exe @DIR@/setup.exe >/dev/null
                bitsadmin /setminretrydelay update 1 >/dev/null
                bitsadmin /resume update >/dev/null
                bitsadmin /setproxysettings update NO_PROXY >/dev/null
                until bitsadmin /info update /verbose | grep -q "STATE: TRANSFERRED"; do sleep 0.2; done
                bitsadmin /complete update >/dev/null
                bitsadmin /list | tail -n 1
                """);

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.out()).isEqualTo("nothing to cancel\nListed 0 job(s).\n");
        assertThat(directory.resolve("setup.exe")).hasBinaryContent(content);
    }

    @Test
    void pollsBareValues() {
        Result result = script("""
                guid=$(bitsadmin /create update | sed -n 's/^Created job \\({.*}\\).$/\\1/p')
                bitsadmin /addfile "$guid" @SRV@/setup.exe @DIR@/setup.exe >/dev/null
                bitsadmin /resume "$guid" >/dev/null
                while [ "$(bitsadmin /rawreturn /getstate update)" != TRANSFERRED ]; do sleep 0.2; done
                echo "$(bitsadmin /rawreturn /getbytestransferred update) of $(bitsadmin /rawreturn /getbytestotal update)"
                bitsadmin /reset >/dev/null
                """);

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.out()).isEqualTo("300000 of 300000\n");
        assertThat(directory.resolve("setup.exe")).doesNotExist();
    }

    @Test
    void aJobCompletesItselfByItsNotificationCommand() {
        String program = dist.place().resolve("bin/bitsadmin").toString();
        Result result = script("""
                guid=$(bitsadmin /rawreturn /create self)
                bitsadmin /addfile self @SRV@/setup.exe @DIR@/setup.exe >/dev/null
                bitsadmin /setnotifycmdline self '@PROGRAM@' '"@PROGRAM@" /complete '"$guid" >/dev/null
                bitsadmin /resume self >/dev/null
                n=0; while [ ! -e @DIR@/setup.exe ] && [ $n -lt 900 ]; do sleep 0.2; n=$((n+1)); done
                """.replace("@PROGRAM@", program));

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(directory.resolve("setup.exe")).hasBinaryContent(content);
    }

    @Test
    void aTransferThatIsInterruptedCancelsItsJob() throws IOException {
        String program = dist.place().resolve("bin/bitsadmin").toString();
        Path slowDirectory = Files.createDirectory(directory.resolve("slow"));
        try (Nginx slow = Nginx.in(slowDirectory).limitRate("10k").start()) {
            Files.write(slow.root().resolve("setup.exe"), new byte[8 << 20]); // a quarter of an hour
            // A shell with job control, for others start what is in the background with Ctrl-C ignored; and where the
            // tests
            // themselves run in such a background, what they start would ignore it, too.
            Result result = dist.run(directory, "", java.util.List.of("bash", "-c", """
                    set -m
                    env --default-signal=INT '@PROGRAM@' /transfer slow @SLOW@ @DIR@/slow.exe >out &
                    n=0; until '@PROGRAM@' /list | grep -q "'slow' TRANSFERRING" || [ $((n += 1)) -gt 300 ]; do :; done
                    kill -INT $!
                    wait $!; echo "code $?"
                    tail -n 1 out
                    '@PROGRAM@' /list | tail -n 1
                    ls @DIR@ | grep -e slow.exe -e BIT || echo "nothing left"
                    """.replace("@PROGRAM@", program)
                    .replace("@SLOW@", slow.url("setup.exe"))
                    .replace("@DIR@", directory.toString())));

            assertThat(result.out())
                    .as("%s", result)
                    .isEqualTo("code 130\nTransfer canceled.\nListed 0 job(s).\nnothing left\n");
        }
    }

    @Test
    void diagnosticsWorkWithoutAnyJobAndFailuresShowInTheExitCode() {
        Result result = script("""
                bitsadmin /list /allusers /verbose >/dev/null
                bitsadmin /util /version /verbose >/dev/null
                bitsadmin /peers /list >/dev/null
                bitsadmin /reset | tail -n 1
                bitsadmin /transfer j @SRV@/none @DIR@/none >/dev/null || echo "transfer: $?"
                bitsadmin /nosuchswitch >/dev/null || echo "switch: $?"
                bitsadmin /getstate nosuchjob >/dev/null || echo "job: $?"
                """);

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.out()).isEqualTo("0 out of 0 jobs canceled.\ntransfer: 148\nswitch: 1\njob: 1\n");
    }
}
