package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.UploadProtocol;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.internal.transfer.UploadLedger;
import org.openbits.testing.OffsetServer;

/** tus and the draft against a small server of both, written from their texts, that misbehaves on request. */
class OffsetUploadTest {

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    private OffsetServer server;
    private Path source;

    @BeforeEach
    void name() {
        source = directory.resolve("source.bin");
    }

    private void start(OffsetDialect dialect) {
        server = new OffsetServer(directory, dialect == OffsetDialect.TUS).start();
    }

    @AfterEach
    void stop() {
        engine.close();
        server.close();
    }

    private byte[] content(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Files.write(source, content);
        return content;
    }

    private TransferOrder order(Checkpoint checkpoint) {
        return new TransferOrder(
                JobType.UPLOAD,
                FileSpec.of(server.url(), source.toString()),
                Path.of(""),
                checkpoint != null,
                checkpoint,
                JobSettings.EMPTY,
                List.of());
    }

    private Recorder run(Checkpoint checkpoint) {
        Recorder observer = new Recorder();
        engine.start(order(checkpoint), observer);
        observer.awaitEnd();
        return observer;
    }

    static List<Object[]> sizes() {
        return List.of(
                new Object[] {OffsetDialect.TUS, 0},
                new Object[] {OffsetDialect.TUS, 1},
                new Object[] {OffsetDialect.TUS, 65_535},
                new Object[] {OffsetDialect.TUS, 3_000_000},
                new Object[] {OffsetDialect.RESUMABLE, 0},
                new Object[] {OffsetDialect.RESUMABLE, 1},
                new Object[] {OffsetDialect.RESUMABLE, 65_536},
                new Object[] {OffsetDialect.RESUMABLE, 3_000_000});
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void findsOutAndSends(OffsetDialect spoken, int bytes) throws IOException {
        start(spoken);
        byte[] content = content(bytes);

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.upload(1).content()).isEqualTo(content);
        assertThat(server.upload(1).complete).isTrue();
        assertThat(observer.facts().notes().get(0)).contains(spoken.words()).endsWith("goes on where it stopped.");
        assertThat(observer.facts().resumable()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void goesOnWhereTheServerIs(OffsetDialect spoken) throws IOException {
        start(spoken);
        byte[] content = content(3_000_000);
        server.cutAfter = 1_000_000;

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.upload(1).content()).isEqualTo(content);
        assertThat(server.requests()).containsOnlyOnce("POST").contains("HEAD");
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void beginsAnewWhenTheUploadIsGone(OffsetDialect spoken) throws IOException {
        start(spoken);
        byte[] content = content(500_000);
        Recorder first = run(null);
        Checkpoint open = new Checkpoint(
                first.checkpoint().validator(),
                List.of(),
                new UploadLedger(
                        HttpUpload.session(
                                spoken == OffsetDialect.TUS ? UploadProtocol.TUS : UploadProtocol.RESUMABLE,
                                Map.of("url", "http://127.0.0.1:" + server.port() + "/uploads/9")),
                        0,
                        0,
                        false,
                        null));

        Recorder second = run(open);

        assertThat(second.end()).isEqualTo("finished");
        assertThat(server.upload(2).content()).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void sendsSmallerBodiesToAServerThatTakesNoLargerOnes(OffsetDialect spoken) throws IOException {
        start(spoken);
        byte[] content = content(1_000_000);
        server.mostBody = 200_000;

        assertThat(run(null).end()).isEqualTo("finished");

        assertThat(server.upload(1).content()).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void deletesWhatIsGivenUp(OffsetDialect spoken) throws Exception {
        start(spoken);
        content(500_000);
        Recorder first = run(null);
        Checkpoint last = first.checkpoint();
        Checkpoint open = new Checkpoint(
                last.validator(),
                List.of(),
                new UploadLedger(
                        HttpUpload.session(
                                UploadProtocol.valueOf(
                                        last.upload().session().protocol().toUpperCase(Locale.ROOT)),
                                Map.of("url", last.upload().session().values().get("url"))),
                        0,
                        0,
                        false,
                        null));

        engine.abandon(order(open), Duration.ofSeconds(10));

        assertThat(server.uploads()).isZero();
    }

    /** tus, checksum: a body that arrives changed is sent again; each is a piece of the file. */
    @ParameterizedTest
    @ValueSource(strings = {"sha1", "md5,sha1,sha256"})
    void provesItsBodiesWhereTheServerCanTell(String algorithms) throws IOException {
        start(OffsetDialect.TUS);
        server.headers.put("Tus-Extension", "creation,termination,checksum");
        server.headers.put("Tus-Checksum-Algorithm", algorithms);
        byte[] content = content(40_000_000);
        server.spoils = true;

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.upload(1).content()).isEqualTo(content);
        assertThat(server.requests().stream().filter("PATCH"::equals)).hasSize(4); // three pieces, one of them twice
        assertThat(server.checksums())
                .hasSize(4)
                .allMatch(sum -> sum.startsWith(algorithms.contains("256") ? "sha256 " : "sha1 "));
        assertThat(observer.facts().notes().get(1)).startsWith("16777216 bytes were sent more than once");
    }

    @Test
    void aByteThatArrivesWrongIsNotNoticedWithoutIt() throws IOException {
        start(OffsetDialect.TUS);
        byte[] content = content(100_000);
        server.spoils = true;

        assertThat(run(null).end()).isEqualTo("finished");

        assertThat(server.upload(1).content()).as("what the digest is for").isNotEqualTo(content);
        assertThat(server.checksums()).isEmpty();
    }

    @Test
    void saysHowLongTheServerKeepsAnUpload() throws IOException {
        start(OffsetDialect.TUS);
        server.headers.put("Upload-Expires", "Wed, 25 Jun 2036 16:00:00 GMT");
        content(10);

        assertThat(run(null).facts().notes().get(0))
                .endsWith(
                        "; an interrupted upload, which the server keeps until 2036-06-25T16:00:00Z, goes on where it stopped.");
    }

    @Test
    void holdsTheLimitsOfTheDraft() throws IOException {
        start(OffsetDialect.RESUMABLE);
        server.headers.put("Upload-Limit", "max-append-size=300000, max-age=3600, min-size=1");
        server.mostBody = 300_000;
        byte[] content = content(1_000_000);

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.upload(1).content()).isEqualTo(content);
        assertThat(server.requests().stream().filter("PATCH"::equals)).hasSize(4);
        assertThat(observer.facts().notes().get(0)).contains("which the server keeps for 3600 s,");
    }

    @ParameterizedTest
    @CsvSource({"TUS, Tus-Max-Size, 1000", "RESUMABLE, Upload-Limit, max-size=1000"})
    void sendsNothingToAServerThatTakesLess(OffsetDialect spoken, String header, String value) throws IOException {
        start(spoken);
        server.headers.put(header, value);
        content(1001);

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("failed BG_E_TOO_LARGE");
        assertThat(observer.failure().message()).contains("1001 bytes", "takes 1000 at most");
        assertThat(server.requests()).doesNotContain("POST");
    }

    /** A server that claims bytes nobody sent would end up with a hole. */
    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void doesNotBelieveInBytesThatItNeverSent(OffsetDialect spoken) throws IOException {
        start(spoken);
        content(3_000_000);
        server.mostBody = 1_000_000;
        server.headers.put("Upload-Limit", "max-append-size=1000000");
        server.conflicts = 1;
        server.lie = "Upload-Offset: 2999999";

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
        assertThat(observer.failure().message()).contains("at byte 2999999");
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void aServerThatChangesItsMindForEverIsLeft(OffsetDialect spoken) throws IOException {
        start(spoken);
        content(1_000_000);
        server.conflicts = 1_000_000;
        server.lie = "Upload-Offset: 5";

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
        assertThat(server.requests()).hasSizeLessThan(100);
    }
}
