package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.ProtocolContract;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.TransferProtocol;
import org.openbits.testing.Apache;

/** The contract with apache2 at the other end. */
class ApacheTest extends ProtocolContract {

    private Apache apache;
    private int versions;

    @Override
    protected TransferProtocol open() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        apache = Apache.start(directory);
        return new HttpProtocol();
    }

    @Override
    protected void put(String name, byte[] bytes) throws IOException {
        Path file = Files.write(apache.root().resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + versions++)));
    }

    @Override
    protected String nameOf(String name) {
        return apache.url(name);
    }

    @Override
    protected String malformed() {
        return "http://host/a b";
    }

    @ParameterizedTest
    @CsvSource({
        "DIGEST, secret, finished",
        "DIGEST, wrong, failed BG_E_HTTP_ERROR_401",
        "BASIC, secret, failed BG_E_HTTP_ERROR_401"
    })
    void provesTheUserByDigestOnly(AuthScheme scheme, String password, String end) throws IOException {
        byte[] bytes = new byte[600_000];
        Files.write(apache.root().resolve("digest/a.bin"), bytes);
        TransferOrder fresh = Recorder.order(apache.url("digest/a.bin"), directory.resolve("BIT0.tmp"));
        TransferOrder order = new TransferOrder(
                fresh.file(),
                fresh.temporary(),
                false,
                null,
                fresh.settings(),
                List.of(new AuthCredentials(AuthTarget.SERVER, scheme, "ann", password)));
        Recorder observer = new Recorder();
        try (FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime)) {
            engine.start(order, observer);
            assertThat(observer.awaitEnd()).isEqualTo(end);
        }
        assertThat(order.temporary()).hasBinaryContent(end.equals("finished") ? bytes : new byte[0]);
    }

    @AfterEach
    void stop() {
        if (apache != null) {
            apache.close();
        }
    }
}
