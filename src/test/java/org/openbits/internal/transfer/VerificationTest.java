package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.internal.http.HttpProtocol;
import org.openbits.internal.local.LocalProtocol;
import org.openbits.spi.Digest;
import org.openbits.spi.Severity;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Digests, lists of digests, mirrors: a wrong file never gets through. */
class VerificationTest {

    private static final byte[] CONTENT = new byte[900_000];
    private static final byte[] WRONG = new byte[900_000];
    private static final String SHA256;

    static {
        new Random(4).nextBytes(CONTENT);
        new Random(5).nextBytes(WRONG);
        SHA256 = HexFormat.of().formatHex(sha256());
    }

    @TempDir
    Path directory;

    private final FileTransferEngine engine =
            new FileTransferEngine(List.of(new HttpProtocol(), new LocalProtocol()), System::nanoTime);
    private final FaultyServer server = FaultyServer.serving(CONTENT);
    private final FaultyServer wrong = FaultyServer.serving(WRONG);
    private final Recorder observer = new Recorder();

    @AfterEach
    void close() {
        engine.close();
        server.close();
        wrong.close();
    }

    @Test
    void acceptsTheFileTheUserExpects() throws Exception {
        assertThat(move(server.url(), List.of(), "sha256:" + SHA256, null)).isEqualTo("finished");
    }

    @Test
    void acceptsItAcrossAnInterruption() throws Exception {
        server.faults(Fault.cutShort(500_000));
        assertThat(move(server.url(), List.of(), "SHA-256:" + SHA256.toUpperCase(), null))
                .isEqualTo("finished");
    }

    @Test
    void refusesAnotherFileAndKeepsNothingOfIt() throws Exception {
        assertThat(move(wrong.url(), List.of(), "sha256:" + SHA256, null)).isEqualTo("failed ERROR_CRC");
        assertThat(observer.severity()).isEqualTo(Severity.FATAL);
        assertThat(observer.failure().message())
                .contains(SHA256)
                .contains(wrong.url())
                .contains("the job says");
        assertThat(directory.resolve("BIT0.tmp")).isEmptyFile();
        assertThat(observer.checkpoint()).isNull();
    }

    @Test
    void refusesAChecksumItCannotRead() throws Exception {
        assertThat(move(server.url(), List.of(), "crc32:00000000", null))
                .isEqualTo("failed BG_E_INVALID_HASH_ALGORITHM");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Repr-Digest | sha-256=:%s:",
                "Content-Digest | sha-512=:AAAA:, sha-256=:%s:",
                "Digest | SHA-256=%s",
                "digest | UNIXsum=1, sha-256=%s",
                "Content-MD5 | md5"
            })
    void believesTheServersOwnDigest(String name, String value) throws Exception {
        String good = value.equals("md5")
                ? Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("MD5").digest(CONTENT))
                : value.formatted(Base64.getEncoder().encodeToString(sha256()));
        server.always(Fault.header(name, good));
        assertThat(move(server.url(), List.of(), null, null)).isEqualTo("finished");

        wrong.always(Fault.header(name, good));
        Recorder second = new Recorder();
        assertThat(move(wrong.url(), List.of(), null, null, "BIT1.tmp", second)).isEqualTo("failed ERROR_CRC");
        assertThat(second.failure().message()).contains("the server itself says");
    }

    @Test
    void findsTheDigestInAListBesideTheFile() throws Exception {
        Path list =
                Files.writeString(directory.resolve("SHA256SUMS"), SHA256 + "  file.bin\n" + "0".repeat(64) + "  x\n");

        assertThat(move(server.url(), List.of(), null, list.toString())).isEqualTo("finished");
        assertThat(move(wrong.url(), List.of(), null, list.toString(), "BIT1.tmp", new Recorder()))
                .isEqualTo("failed ERROR_CRC");
    }

    @Test
    void refusesAListThatDoesNotNameTheFile() throws Exception {
        Path list = Files.writeString(directory.resolve("SHA256SUMS"), SHA256 + "  other.bin\n" + SHA256 + "  x\n");

        assertThat(move(server.url(), List.of(), null, list.toString()))
                .isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
        assertThat(observer.failure().message()).contains("does not name 'file.bin'");
    }

    @Test
    void triesTheMirrorWhenTheFirstSendsAnotherFile() throws Exception {
        assertThat(move(wrong.url(), List.of(server.url()), "sha256:" + SHA256, null))
                .isEqualTo("finished");
        assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(CONTENT);
        assertThat(observer.facts().remoteName()).isEqualTo(wrong.url());
    }

    @Test
    void triesTheMirrorsWhenTheFirstFails() throws Exception {
        wrong.always(Fault.status(404));
        assertThat(move("http://no-such-host.invalid/x", List.of(wrong.url(), server.url()), null, null))
                .isEqualTo("finished");
        assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(CONTENT);
    }

    @Test
    void neverJoinsBytesOfTwoMirrors() throws Exception {
        wrong.faults(Fault.cutShort(500_000)).always(Fault.status(500));
        assertThat(move(wrong.url(), List.of(server.url()), null, null)).isEqualTo("finished");
        assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(CONTENT);
    }

    @Test
    void tellsTheFailureThatMayPassWhenAllFail() throws Exception {
        wrong.always(Fault.status(404));
        server.always(Fault.status(500));
        assertThat(move(wrong.url(), List.of(server.url()), null, null)).isEqualTo("failed BG_E_HTTP_ERROR_500");
    }

    @Test
    void neverTakesAFileOfAnotherLengthFromAMirror() {
        wrong.content(new byte[10]);
        server.faults(Fault.cutShort(500_000)).always(Fault.status(500));
        assertThat(move(server.url(), List.of(wrong.url()), null, null)).isEqualTo("failed BG_E_HTTP_ERROR_500");
        assertThat(directory.resolve("BIT0.tmp")).isEmptyFile();

        wrong.always(Fault.CHUNKED_WHOLE);
        server.faults(Fault.cutShort(500_000));
        assertThat(move(server.url(), List.of(wrong.url()), null, null, "BIT1.tmp", new Recorder()))
                .isEqualTo("failed BG_E_HTTP_ERROR_500");
    }

    @Test
    void believesTheFirstAddressAndNotTheMirrorOnDigests() {
        String good = "sha-256=:" + Base64.getEncoder().encodeToString(sha256()) + ":";
        server.faults(Fault.cutShort(500_000).and(Fault.header("Repr-Digest", good)))
                .always(Fault.status(500));
        wrong.always(Fault.NO_VALIDATOR);
        assertThat(move(server.url(), List.of(wrong.url()), null, null)).isEqualTo("failed BG_E_HTTP_ERROR_500");

        server.recovered().faults(Fault.cutShort(500_000).and(Fault.header("Repr-Digest", good)));
        server.faults(Fault.status(404)).always(Fault.NONE);
        assertThat(move(server.url(), List.of(wrong.url(), server.url()), null, null, "BIT1.tmp", new Recorder()))
                .isEqualTo("finished");
        assertThat(directory.resolve("BIT1.tmp")).hasBinaryContent(CONTENT);
    }

    @Test
    void showsTheSecretsOfTheJobToItsOwnServerOnly() throws Exception {
        Fault challenge = new Fault("challenge", answer -> {
            if (!answer.request.headers().containsKey("authorization")) {
                answer.status(401);
                answer.headers.put("WWW-Authenticate", "Basic realm=\"r\"");
            }
        });
        server.always(challenge);
        wrong.always(challenge);
        JobSettings settings = JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: t"));
        List<AuthCredentials> secret =
                List.of(new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "user", "secret"));
        FileSpec file = FileSpec.of(
                        "http://127.0.0.1:1/x", directory.resolve("file").toString())
                .withMirrors(List.of(wrong.url()))
                .withChecksum(null, wrong.url("SHA256SUMS"));
        for (FileSpec each : List.of(file, file.withChecksum(null, null))) {
            Recorder recorder = new Recorder();
            engine.start(
                    new TransferOrder(each, directory.resolve("BIT0.tmp"), true, null, settings, secret), recorder);
            assertThat(recorder.awaitEnd()).startsWith("failed");
        }
        assertThat(wrong.requests())
                .hasSizeGreaterThan(1)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKeys("authorization", "x-token"));

        FileSpec own = FileSpec.of(server.url(), directory.resolve("file").toString())
                .withChecksum(null, server.url("SHA256SUMS"));
        server.content((SHA256 + "  file.bin").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        engine.start(new TransferOrder(own, directory.resolve("BIT0.tmp"), true, null, settings, secret), observer);
        assertThat(observer.awaitEnd()).isEqualTo("failed ERROR_CRC");
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.headers()).containsKey("x-token"));
    }

    @Test
    void believesNoPartOfAList() {
        server.content(
                (SHA256 + "  file.bin\n" + SHA256 + "  x\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        server.always(Fault.SHORT_PART);
        assertThat(move(wrong.url(), List.of(), null, server.url("SHA256SUMS")))
                .isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
        assertThat(observer.failure().message()).contains("a part of it only");
    }

    @Test
    void readsTheCommonFormsOfLists() {
        String md5 = "d41d8cd98f00b204e9800998ecf8427e";
        assertThat(ChecksumList.find(SHA256 + " *dir/f", "f")).isEqualTo(new Digest("SHA-256", SHA256));
        assertThat(ChecksumList.find("SHA256 (f) = " + SHA256, "f")).isEqualTo(new Digest("SHA-256", SHA256));
        assertThat(ChecksumList.find(SHA256 + "\n", "f")).isEqualTo(new Digest("SHA-256", SHA256));
        assertThat(ChecksumList.find(md5 + "  f\n" + SHA256 + "  f", "f")).isEqualTo(new Digest("SHA-256", SHA256));
        assertThat(ChecksumList.find(SHA256 + "\n" + SHA256, "f")).isNull();
        assertThat(ChecksumList.find(SHA256 + "  ff", "f")).isNull();
        assertThat(ChecksumList.find("<html>not found</html>", "f")).isNull();
        assertThat(ChecksumList.find("CRC (f) = " + SHA256, "f")).isNull();
    }

    @Test
    void refusesMalformedDigests() {
        for (String text : List.of("sha256", "sha256:xyz", "sha256:" + SHA256 + "00", "md5:" + SHA256, ":")) {
            assertThatThrownBy(() -> Digest.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String move(String url, List<String> mirrors, @Nullable String checksum, @Nullable String list) {
        return move(url, mirrors, checksum, list, "BIT0.tmp", observer);
    }

    private String move(
            String url,
            List<String> mirrors,
            @Nullable String checksum,
            @Nullable String list,
            String temporary,
            Recorder recorder) {
        FileSpec file = new FileSpec(url, directory.resolve("file").toString(), List.of(), mirrors, checksum, list);
        engine.start(
                new TransferOrder(file, directory.resolve(temporary), false, null, JobSettings.EMPTY, List.of()),
                recorder);
        return recorder.awaitEnd();
    }

    private static byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CONTENT);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
