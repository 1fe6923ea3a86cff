package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jcifs.smb.SmbException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/** What fails on a real server, and how it is told. */
class SmbFailuresTest extends ShareTransfers {

    /** 100 characters, which a file system of Windows takes and one of Linux does not, for they are 300 bytes. */
    private static final String LONG = "\u4f60".repeat(100);

    @ParameterizedTest
    @CsvSource({
        "DOWNLOAD, none/file, ERROR_BAD_NET_NAME",
        "DOWNLOAD, plain/none, ERROR_FILE_NOT_FOUND",
        "DOWNLOAD, plain/none/file, ERROR_PATH_NOT_FOUND",
        "DOWNLOAD, plain/file/below, ERROR_PATH_NOT_FOUND",
        "DOWNLOAD, plain/dir, E_INVALIDARG",
        "DOWNLOAD, plain/LONG, ERROR_FILENAME_EXCED_RANGE",
        "DOWNLOAD, private/file, E_ACCESSDENIED",
        "UPLOAD, none/file, ERROR_BAD_NET_NAME",
        "UPLOAD, plain/none/file, ERROR_PATH_NOT_FOUND",
        "UPLOAD, plain/LONG, ERROR_FILENAME_EXCED_RANGE",
        "UPLOAD, plain/LONG/file, ERROR_PATH_NOT_FOUND",
        "UPLOAD, plain/dir, E_ACCESSDENIED",
        "UPLOAD, readonly/file, E_ACCESSDENIED",
        "UPLOAD, private/file, E_ACCESSDENIED"
    })
    void areToldByTheirCodes(JobType type, String remote, String code) throws Exception {
        Files.createDirectories(samba.root().resolve("dir"));
        Files.writeString(samba.root().resolve("file"), "content");
        Recorder observer = new Recorder();
        String[] parts = remote.replace("LONG", LONG).split("/", 2);
        engine.start(order(type, samba.name(parts[0], parts[1])), observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed " + code);
        assertThat(observer.failure().context()).isEqualTo(ErrorContext.REMOTE_FILE);
        assertThat(observer.severity()).isEqualTo(Severity.FATAL);
        assertThat(temporaryFiles()).hasSizeLessThanOrEqualTo(1);
        assertThat(samba.root().resolve("file")).hasContent("content");
    }

    /** In a network of its own, where nothing leads to one address and a route forbids the other. */
    @Test
    void aHostThatCannotBeReachedIsToldAsThat() throws Exception {
        String commands = "ip link set lo up && ip route add unreachable 203.0.113.7/32 && exec \"$@\"";
        Process process = new ProcessBuilder(List.of(
                        "unshare",
                        "--net",
                        "sh",
                        "-c",
                        commands,
                        "-",
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadingMain.class.getName(),
                        "smb://203.0.113.7/share/file",
                        "smb://198.51.100.9/share/file"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(process.waitFor() == 0, "no networks of one's own here");

        assertThat(said.lines().filter(each -> each.startsWith("failed")))
                .hasSize(2)
                .allMatch(each -> each.startsWith("failed " + ErrorCode.ERROR_NETWORK_UNREACHABLE.text()));
    }

    /**
     * What Samba does not say of itself: it tells a used-up quota as a full disk, because programs of Windows want it so,
     * and a long path as a missing or an invalid one. The numbers are those of MS-ERREF 2.3.1.
     */
    @ParameterizedTest
    @CsvSource({
        "C0000044, ERROR_DISK_QUOTA_EXCEEDED",
        "C0000106, ERROR_FILENAME_EXCED_RANGE",
        "C00000A2, E_ACCESSDENIED",
        "C0000056, ERROR_FILE_NOT_FOUND"
    })
    void otherServersSayMore(String status, String code) {
        SmbException said = new SmbException(Integer.parseUnsignedInt(status, 16), false);
        TransferException told = Verdicts.of(said, SmbName.parse("\\\\server\\share\\file"), Account.of(List.of()));

        assertThat(told.code().symbol()).isEqualTo(code);
        assertThat(told.context()).isEqualTo(ErrorContext.REMOTE_FILE);
        assertThat(told.severity()).isEqualTo(Severity.FATAL);
    }

    private TransferOrder order(JobType type, String remote) throws Exception {
        Path local = type.isUpload() ? local(1) : temporary.resolveSibling("file");
        return new TransferOrder(
                type, FileSpec.of(remote, local.toString()), temporary, false, null, JobSettings.EMPTY, List.of());
    }
}
