package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.testing.Certificates;

/** The server over TLS, with a key as nginx takes it. */
class TlsServerTest {

    @TempDir
    Path room;

    @Test
    void servesAndTakesFilesOverTls() throws Exception {
        Certificates certificates = new Certificates(room).issue("server", "-ext", "san=ip:127.0.0.1");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates.trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        Path root = Files.createDirectories(room.resolve("www"));
        Files.writeString(root.resolve("a"), "hello");
        try (BitsServer server = BitsServer.start(ServerSettings.of(root)
                .with(ServerSetting.ALLOW_UPLOAD, true)
                .with(ServerSetting.IDLE_TIMEOUT, Duration.ofSeconds(30))
                .with(ServerSetting.TLS, certificates.pem("server")))) {
            URI uri = server.uri();
            assertThat(uri.getScheme()).isEqualTo("https");
            assertThat(client.send(
                                    HttpRequest.newBuilder(uri.resolve("a")).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("hello");
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(uri.resolve("b"))
                            .method("BITS_POST", HttpRequest.BodyPublishers.ofByteArray(new byte[0]))
                            .header("BITS-Packet-Type", "Create-Session")
                            .header("BITS-Supported-Protocols", "{7df0354d-249b-430f-820d-3d2a9bef4931}")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("BITS-Session-Id")).isPresent();
        }
    }

    /** Our own jobs, with an account, against a key in the form Windows and Java keep it in. */
    @Test
    void ourJobsGoBothWaysWithAnAccount() throws Exception {
        Certificates certificates = new Certificates(room).issue("server", "-ext", "san=ip:127.0.0.1");
        Path root = Files.createDirectories(room.resolve("www"));
        Path source = Files.write(room.resolve("source"), noise(500_000));
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                .with(JobProperty.SECURITY_FLAGS, 0x8L); // the authority is the test's own
        AuthCredentials account = new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "ann", "se:cret");
        try (BitsServer server = BitsServer.start(ServerSettings.of(root)
                        .with(ServerSetting.ALLOW_UPLOAD, true)
                        .with(ServerSetting.ACCOUNTS, Map.of("ann", "se:cret"))
                        .with(ServerSetting.TLS, certificates.pkcs12("server", "words"))
                        .with(ServerSetting.TLS_PASSWORD, "words"));
                BackgroundCopyManager manager = BackgroundCopyManager.embedded(room.resolve("home"))) {
            String url = server.uri().resolve("a").toString();
            for (JobType type : List.of(JobType.UPLOAD, JobType.DOWNLOAD)) {
                Path file = type == JobType.UPLOAD ? source : room.resolve("back");
                BackgroundCopyJob job = manager.createJob(new JobSpec(
                        type, settings, List.of(FileSpec.of(url, file.toString())), List.of(account), true));
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(job.state())
                                .as(() -> String.valueOf(job.info()))
                                .isEqualTo(JobState.TRANSFERRED));
                job.complete();
            }
            assertThat(root.resolve("a")).hasSameBinaryContentAs(source);
            assertThat(room.resolve("back")).hasSameBinaryContentAs(source);

            BackgroundCopyJob stranger = manager.createJob(new JobSpec(
                    JobType.DOWNLOAD,
                    settings,
                    List.of(FileSpec.of(url, room.resolve("no").toString())),
                    List.of(),
                    true));
            await().atMost(Duration.ofSeconds(60)).until(() -> stranger.state() == JobState.ERROR);
        }
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void saysWhatAKeyFileMustHold() throws IOException {
        Path file = Files.writeString(room.resolve("x.pem"), "-----BEGIN RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> BitsServer.start(ServerSettings.of(room).with(ServerSetting.TLS, file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("openssl");
    }
}
