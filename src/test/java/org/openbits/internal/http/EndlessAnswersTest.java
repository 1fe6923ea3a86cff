package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.UploadProtocol;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Servers whose answers to a PUT, or to a request without credentials, come byte by byte without end. */
@Timeout(60)
class EndlessAnswersTest {

    private static final AuthCredentials KNOWN =
            new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "user", "secret");

    @TempDir
    Path directory;

    private final FaultyServer server = FaultyServer.serving(new byte[] {1});
    private final TransferProtocol hasty = QuickHttp.waiting(Duration.ofMillis(700));
    private final FileTransferEngine engine = new FileTransferEngine(List.of(QuickHttp.patient()), System::nanoTime);

    @AfterEach
    void close() {
        engine.close();
        hasty.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void aPutThatSucceededIsDoneThoughItsAnswerGoesOn(int size) throws IOException {
        server.always(Fault.ENDLESS_TRICKLE);
        Path source = Files.write(directory.resolve("source.bin"), new byte[size]);
        TransferOrder order = new TransferOrder(
                JobType.UPLOAD,
                FileSpec.of(server.url("/target.bin"), source.toString()),
                Path.of(""),
                false,
                null,
                JobSettings.EMPTY.with(JobProperty.UPLOAD_PROTOCOL, UploadProtocol.PUT),
                List.of());
        Recorder observer = new Recorder();

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aChallengeThatTricklesEndsInAnError() {
        server.always(Fault.ENDLESS_TRICKLE
                .and(Fault.status(401))
                .and(Fault.header("WWW-Authenticate", "Basic realm=\"r\"")));
        DownloadRequest asked = new DownloadRequest(
                server.url(), 0, DownloadRequest.TO_END, null, JobSettings.EMPTY, List.of(KNOWN), new Abort());

        assertThatThrownBy(() -> hasty.open(asked)).isInstanceOf(TransferException.class);
    }
}
