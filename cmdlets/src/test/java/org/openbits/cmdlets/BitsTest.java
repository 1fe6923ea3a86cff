package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.openbits.cmdlets.Bits.cmdlet;
import static org.openbits.cmdlets.Bits.completeBitsTransfer;
import static org.openbits.cmdlets.Bits.getBitsTransfer;
import static org.openbits.cmdlets.Bits.removeBitsTransfer;
import static org.openbits.cmdlets.Bits.setBitsTransfer;
import static org.openbits.cmdlets.Bits.startBitsTransfer;
import static org.openbits.cmdlets.Bits.startBitsTransferAsync;
import static org.openbits.cmdlets.Bits.waitBitsTransfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.automation.CmdletException;
import org.openbits.testing.Nginx;

/** The commands as a Java program calls them, on a real queue and a real server. */
class BitsTest {

    @TempDir
    Path dir;

    private Nginx server;
    private BackgroundCopyManager manager;

    @BeforeEach
    void open() throws IOException {
        server = Nginx.in(Files.createDirectories(dir.resolve("www"))).start();
        manager = BackgroundCopyManager.embedded(dir.resolve("home"));
        Bits.use(manager);
    }

    @AfterEach
    void close() {
        manager.close();
        server.close();
    }

    private byte[] serve(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Files.write(server.root().resolve(name), bytes);
        return bytes;
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(dir)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("www") && !name.equals("home"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void downloadsAndLeavesNoJob() throws IOException {
        byte[] bytes = serve("a.bin", 300_000);
        startBitsTransfer(server.url("a.bin"), dir.resolve("copy.bin").toString());
        assertThat(Files.readAllBytes(dir.resolve("copy.bin"))).isEqualTo(bytes);
        assertThat(getBitsTransfer()).isEmpty();
        assertThat(left()).containsExactly("copy.bin");
    }

    @Test
    void downloadsInTheBackgroundAndCompletes() throws IOException {
        byte[] bytes = serve("a.bin", 300_000);
        BitsJob job = startBitsTransferAsync(
                server.url("a.bin"), dir.resolve("copy.bin").toString());
        assertThat(job.getJobState()).isIn("Connecting", "Transferring", "Transferred");
        waitBitsTransfer(job);
        assertThat(job.isTransferred()).isTrue();
        assertThat(left()).hasSize(1).allMatch(name -> name.matches("BIT.*\\.tmp"));
        assertThat(job.getFileList().get(0).getBytesTotal()).isEqualTo(300_000L);
        completeBitsTransfer(job);
        assertThat(Files.readAllBytes(dir.resolve("copy.bin"))).isEqualTo(bytes);
        assertThat(job.getJobState()).isEqualTo("Acknowledged");
        assertThat(job.getBytesTransferred()).isEqualTo(300_000L);
    }

    @Test
    void theServiceCompletesWithAutoComplete() throws IOException {
        serve("a.bin", 1_000);
        startBitsTransfer(Map.of(
                "Source",
                server.url("a.bin"),
                "Destination",
                dir.toString(),
                "Asynchronous",
                true,
                "AutoComplete",
                true));
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(dir.resolve("a.bin")));
        await().atMost(Duration.ofMinutes(2)).until(() -> getBitsTransfer().isEmpty());
    }

    @Test
    void onlyTheExpectedFileGetsItsName() throws Exception {
        byte[] bytes = serve("a.bin", 1_000);
        String digest = "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String destination = dir.resolve("a.bin").toString();
        startBitsTransfer(Map.of("Source", server.url("a.bin"), "Destination", destination, "Checksum", digest));
        assertThat(dir.resolve("a.bin")).hasBinaryContent(bytes);

        serve("b.bin", 999);
        String other = dir.resolve("b.bin").toString();
        BitsException refusal = catchThrowableOfType(
                BitsException.class,
                () -> startBitsTransfer(
                        Map.of("Source", server.url("b.bin"), "Destination", other, "Checksum", digest)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.ERROR_CRC);
        assertThat(dir.resolve("b.bin")).doesNotExist();

        startBitsTransfer(Map.of(
                "Source",
                server.url("b.bin"),
                "Destination",
                other,
                "Checksum",
                digest,
                "Mirror",
                server.url("a.bin")));
        assertThat(dir.resolve("b.bin")).hasBinaryContent(bytes);
    }

    @Test
    void aListBesideTheFileSaysWhatItsDigestIs() throws Exception {
        byte[] bytes = serve("a.bin", 1_000);
        String hex =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Files.writeString(server.root().resolve("SHA256SUMS"), hex + "  a.bin\n" + hex + "  b.bin\n");
        serve("b.bin", 999);
        String list = server.url("SHA256SUMS");

        startBitsTransfer(Map.of("Source", server.url("a.bin"), "Destination", dir.toString(), "ChecksumUri", list));
        assertThat(dir.resolve("a.bin")).hasBinaryContent(bytes);
        assertThatThrownBy(() -> startBitsTransfer(
                        Map.of("Source", server.url("b.bin"), "Destination", dir.toString(), "ChecksumUri", list)))
                .hasMessageContaining("its list of digests");
        assertThat(dir.resolve("b.bin")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Checksum | sha256:12 | 64 hexadecimal digits",
                "Checksum | crc32:00000000 | algorithm",
                "Mirror | gopher://host/a | no known kind",
                "ChecksumUri | gopher://host/a | no known kind"
            })
    void refusesWhatCannotBeCheckedBeforeThereIsAJob(String parameter, String value, String why) throws IOException {
        serve("a.bin", 10);
        assertThatThrownBy(() -> startBitsTransfer(
                        Map.of("Source", server.url("a.bin"), "Destination", dir.toString(), parameter, value)))
                .hasMessageContaining(why);
        assertThat(getBitsTransfer()).isEmpty();
    }

    @Test
    void aFileThatDoesNotExistIsABitsExceptionAndNothingIsLeft() throws IOException {
        BitsException failure = catchThrowableOfType(
                BitsException.class,
                () -> startBitsTransfer(
                        server.url("none.bin"), dir.resolve("copy.bin").toString()));
        assertThat(failure.code()).isEqualTo(ErrorCode.http(404));
        assertThat(failure).hasMessageStartingWith("HTTP status 404: ").hasMessageContaining("-Asynchronous");
        assertThat(failure.job()).isNotNull();
        assertThat(getBitsTransfer()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void copiesWhatAWildcardMatchesInOneJob() throws IOException {
        Path from = Files.createDirectories(dir.resolve("from"));
        Path to = Files.createDirectories(dir.resolve("to"));
        for (String name : List.of("a.txt", "b.txt", "c.dat")) {
            Files.writeString(from.resolve(name), name);
        }
        BitsJob job = startBitsTransferAsync(from.resolve("*.txt").toString(), to.toString());
        waitBitsTransfer(job);
        assertThat(job.info().progress().filesTotal()).isEqualTo(2);
        completeBitsTransfer(job);
        assertThat(to.resolve("a.txt")).hasContent("a.txt");
        assertThat(to.resolve("b.txt")).hasContent("b.txt");
        assertThat(to.resolve("c.dat")).doesNotExist();
    }

    @Test
    void changesAndRemovesJobs() {
        BitsJob job = (BitsJob) cmdlet("Start-BitsTransfer").with("Suspended").one();
        setBitsTransfer(job, Map.of("DisplayName", "nightly", "Priority", "Low"));
        assertThat(getBitsTransfer("night*")).containsExactly(job);
        assertThat(getBitsTransfer(job.getJobId()).getDisplayName()).isEqualTo("nightly");
        removeBitsTransfer(job);
        assertThat(getBitsTransfer()).isEmpty();
    }

    @Test
    void namesMistakes() {
        assertThatThrownBy(() -> cmdlet("Start-BitTransfer")).hasMessageContaining("Did you mean Start-BitsTransfer?");
        assertThatThrownBy(() -> cmdlet("Start-BitsTransfer").with("Sauce", "x").run())
                .isInstanceOf(CmdletException.class)
                .hasMessageContaining("Did you mean -Source?");
    }
}
