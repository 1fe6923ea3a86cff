package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.Samba;

/** UNC names as people write them, on the port they mean: with a real server in a network of its own. */
class ShareExamplesIT {

    @TempDir
    Path directory;

    private Samba samba;
    private Distribution dist;
    private Path here;

    @BeforeEach
    void start() throws IOException {
        samba = Samba.in(directory).inOwnNetwork().start();
        dist = Distribution.fresh();
        here = Files.createDirectories(directory.resolve("here"));
        Path depot = Files.createDirectories(samba.root().resolve("depot 1"));
        Files.createDirectories(samba.root().resolve("drop"));
        for (String name : List.of("a.txt", "b.txt", "one.log", "two 50%25.log", "a1.dat", "c2.dat", "d3.dat")) {
            Files.writeString(depot.resolve(name), "content of " + name);
        }
    }

    @AfterEach
    void stop() {
        if (dist != null) {
            dist.close();
        }
        if (samba != null) {
            samba.close();
        }
    }

    @Test
    void runInAScript() throws IOException {
        Path script = Files.writeString(here.resolve("shares.ps1"), """
                $depot = '\\\\127.0.0.1\\plain\\depot 1'
                'logs', 'sets', 'later', 'listed' | ForEach-Object { New-Item -ItemType Directory $_ | Out-Null }

                Start-BitsTransfer -Source "\\\\127.0.0.1\\plain\\depot 1\\a.txt" -Destination ./single.txt
                Start-BitsTransfer -Source '//127.0.0.1/plain/depot 1/a.txt' -Destination .\\slashes.txt
                Start-BitsTransfer 'smb://127.0.0.1/plain/depot%201/b.txt'
                Start-BitsTransfer -Source "$depot\\*.log" -Destination ./logs/
                Start-BitsTransfer -Source "$depot\\[a-c]?.dat" -Destination ./sets
                Start-BitsTransfer -Source "$depot\\a.txt", "$depot\\b.txt" -Destination first.txt, second.txt

                $password = ConvertTo-SecureString 'PASSWORD' -AsPlainText -Force
                $account = [pscredential]::new('TEST\\root', $password)
                Start-BitsTransfer "\\\\127.0.0.1\\private\\depot 1\\a.txt" known.txt -Credential $account

                $job = Start-BitsTransfer -Source "$depot\\a.txt" -Destination ./later/ -Suspended -DisplayName 'Later'
                Add-BitsFile -BitsJob $job -Source "$depot\\b.txt" -Destination ./later/b.txt | Resume-BitsTransfer -Asynchronous
                while ((Get-BitsTransfer -Name Later).JobState -ne 'Transferred') { Start-Sleep -Milliseconds 50 }
                $job | Complete-BitsTransfer

                Import-Csv list.csv | Start-BitsTransfer

                Start-BitsTransfer single.txt \\\\127.0.0.1\\plain\\drop\\named.txt -TransferType Upload
                Start-BitsTransfer -Source ./logs/*.log -Destination \\\\127.0.0.1\\plain\\drop\\ -TransferType Upload
                """.replace("PASSWORD", Samba.PASSWORD));
        Files.writeString(here.resolve("list.csv"), """
                Source,Destination
                \\\\127.0.0.1\\plain\\depot 1\\a.txt,listed/a.txt
                \\\\127.0.0.1\\plain\\depot 1\\b.txt,listed/b.txt
                """);

        Distribution.Result result = run(script.toString());

        assertThat(result.exitCode()).as("%s", result).isZero();
        assertThat(result.err()).isEmpty();
        for (String name :
                List.of("single.txt", "slashes.txt", "first.txt", "known.txt", "later/a.txt", "listed/a.txt")) {
            assertThat(here.resolve(name)).hasContent("content of a.txt");
        }
        for (String name : List.of("b.txt", "second.txt", "later/b.txt", "listed/b.txt")) {
            assertThat(here.resolve(name)).hasContent("content of b.txt");
        }
        assertThat(namesIn(here.resolve("logs"))).containsExactly("one.log", "two 50%25.log");
        assertThat(namesIn(here.resolve("sets"))).containsExactly("a1.dat", "c2.dat");
        assertThat(namesIn(samba.root().resolve("drop"))).containsExactly("named.txt", "one.log", "two 50%25.log");
        assertThat(samba.root().resolve("drop/two 50%25.log")).hasContent("content of two 50%25.log");
    }

    @Test
    void sayWhatIsWrong() {
        Distribution.Result share = run("-c", "Start-BitsTransfer \\\\127.0.0.1\\none\\a.txt");
        assertThat(share.exitCode()).isNotZero();
        assertThat(share.err()).contains("no share of that name", "\\\\127.0.0.1\\none\\a.txt");

        Distribution.Result files = run("-c", "Start-BitsTransfer '\\\\127.0.0.1\\plain\\depot 1\\*.iso' .");
        assertThat(files.exitCode()).isNotZero();
        assertThat(files.err()).contains("No file matches '\\\\127.0.0.1\\plain\\depot 1\\*.iso'");

        Distribution.Result account = run("-c", "Start-BitsTransfer '\\\\127.0.0.1\\private\\depot 1\\a.txt'");
        assertThat(account.exitCode()).isNotZero();
        assertThat(account.err()).contains("-Credential");
    }

    private Distribution.Result run(String... arguments) {
        return dist.run(here, "", samba.inside(dist.bitsCommand(arguments)));
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
