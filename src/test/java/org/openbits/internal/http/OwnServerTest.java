package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.server.BitsServer;
import org.openbits.server.ServerSetting;
import org.openbits.server.ServerSettings;
import org.openbits.testing.Certificates;

/** Our client and our server over TLS, with accounts and tokens. */
class OwnServerTest {

    @TempDir
    Path room;

    /** Our own client, by account and by token, to a server with a PKCS#12 store; the wrong password is refused. */
    @Test
    void takesAndGivesFilesToWhoLogsIn() throws Exception {
        Certificates certificates = new Certificates(room).issue("server", "-ext", "san=ip:127.0.0.1");
        Path root = Files.createDirectories(room.resolve("www"));
        try (BitsServer server = BitsServer.start(ServerSettings.of(root)
                        .with(ServerSetting.ALLOW_UPLOAD, true)
                        .with(ServerSetting.TLS, certificates.pkcs12("server", "p12-secret"))
                        .with(ServerSetting.TLS_PASSWORD, "p12-secret")
                        .with(ServerSetting.ACCOUNTS, Map.of("amy", "s3cret"))
                        .with(ServerSetting.TOKENS, Set.of("t0ken")));
                FileTransferEngine engine = new FileTransferEngine(
                        List.of(new HttpProtocol(HttpLimits.DEFAULT, certificates.trusted())), System::nanoTime)) {
            List<AuthCredentials> account = List.of(basic("s3cret"));
            JobSettings token =
                    JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of("Authorization: Bearer t0ken"));
            assertThat(roundTrip(engine, server, "account", JobSettings.EMPTY, account))
                    .isEqualTo("finished");
            assertThat(roundTrip(engine, server, "token", token, List.of())).isEqualTo("finished");
            assertThat(roundTrip(engine, server, "wrong", JobSettings.EMPTY, List.of(basic("other"))))
                    .isNotEqualTo("finished");
            assertThat(roundTrip(engine, server, "nobody", JobSettings.EMPTY, List.of()))
                    .isNotEqualTo("finished");
            assertThat(root.resolve("wrong")).doesNotExist();
            assertThat(root.resolve("nobody")).doesNotExist();
        }
    }

    private static AuthCredentials basic(String password) {
        return new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "amy", password);
    }

    /** Sends a file and fetches it back; how that ended. */
    private String roundTrip(
            FileTransferEngine engine,
            BitsServer server,
            String name,
            JobSettings settings,
            List<AuthCredentials> credentials)
            throws IOException {
        byte[] content = new byte[3_000_000];
        new Random(name.length()).nextBytes(content);
        Path source = Files.write(room.resolve("source"), content);
        String url = server.uri().resolve(name).toString();
        Recorder up = new Recorder();
        engine.start(
                new TransferOrder(
                        JobType.UPLOAD,
                        FileSpec.of(url, source.toString()),
                        Path.of(""),
                        false,
                        null,
                        settings,
                        credentials),
                up);
        if (!up.awaitEnd().equals("finished")) {
            return up.awaitEnd();
        }
        assertThat(server.openSessions()).isZero();
        Path back = room.resolve(name + ".tmp");
        Recorder down = new Recorder();
        engine.start(
                new TransferOrder(
                        JobType.DOWNLOAD,
                        FileSpec.of(url, room.resolve(name).toString()),
                        back,
                        false,
                        null,
                        settings,
                        credentials),
                down);
        String end = down.awaitEnd();
        assertThat(back).hasBinaryContent(content);
        return end;
    }
}
