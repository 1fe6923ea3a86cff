package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.Validator;

/** What every protocol promises; an implementation's test says where its files are. */
public abstract class ProtocolContract {

    @TempDir
    protected Path directory;

    protected final byte[] content = random(1, 700_000);
    private TransferProtocol protocol;

    /** The protocol under test; closed by the suite. */
    protected abstract TransferProtocol open() throws Exception;

    /** Makes a remote file of that name, or replaces it by a later version. */
    protected abstract void put(String name, byte[] bytes) throws Exception;

    /** The remote name of a file of that name, which need not exist. */
    protected abstract String nameOf(String name);

    /** A text that is a remote name of this protocol but for one mistake. */
    protected abstract String malformed();

    @BeforeEach
    void prepare() throws Exception {
        protocol = open();
        put("a.bin", content);
    }

    @AfterEach
    void closeProtocol() {
        protocol.close();
    }

    @Test
    void speaksForItsNamesOnly() {
        assertThat(protocol.handles(nameOf("a.bin"))).isTrue();
        assertThat(protocol.handles("gopher://host/a.bin")).isFalse();
        assertThat(protocol.handles("a.bin")).isFalse();
        protocol.check(nameOf("a.bin"));
        BitsException refusal = catchThrowableOfType(BitsException.class, () -> protocol.check(malformed()));
        assertThat(refusal.code()).isEqualTo(ErrorCode.E_INVALIDARG);
    }

    @Test
    void readsAWholeFileAndKnowsIt() throws Exception {
        try (DownloadSource source = source(0, DownloadRequest.TO_END, null)) {
            assertThat(source.offset()).isZero();
            assertThat(source.totalBytes()).isEqualTo(content.length);
            assertThat(source.validator()).isNotNull();
            assertThat(source.validator().canGuard()).isTrue();
            assertThat(source.isResumable()).isTrue();
            assertThat(source.lastModified()).isNotNull();
            assertThat(source.remoteName()).isEqualTo(nameOf("a.bin"));
            assertThat(read(source)).isEqualTo(content);
        }
    }

    @Test
    void goesOnAtAnOffsetOfTheSameVersion() throws Exception {
        Validator version = version();
        try (DownloadSource source = source(500_000, DownloadRequest.TO_END, version)) {
            assertThat(source.offset()).isEqualTo(500_000);
            assertThat(source.totalBytes()).isEqualTo(content.length);
            assertThat(source.validator().sameVersion(version)).isTrue();
            assertThat(read(source)).isEqualTo(Arrays.copyOfRange(content, 500_000, content.length));
        }
    }

    @Test
    void readsAPartAndEndsThere() throws Exception {
        try (DownloadSource source = source(1000, 3000, null)) {
            assertThat(source.offset()).isEqualTo(1000);
            assertThat(read(source)).isEqualTo(Arrays.copyOfRange(content, 1000, 3000));
        }
    }

    @Test
    void startsOverWhenTheVersionIsAnother() throws Exception {
        Validator version = version();
        byte[] other = random(2, 600_000);
        put("a.bin", other);
        try (DownloadSource source = source(500_000, DownloadRequest.TO_END, version)) {
            assertThat(source.offset()).isZero();
            assertThat(source.validator().sameVersion(version)).isFalse();
            assertThat(read(source)).isEqualTo(other);
        }
    }

    @Test
    void hasNothingMoreToSendAtTheEnd() throws Exception {
        try (DownloadSource source = source(content.length, DownloadRequest.TO_END, version())) {
            // A server may send the whole file instead of nothing (apache2 does); then it must say so.
            assertThat(source.offset()).isIn(0L, (long) content.length);
            assertThat(read(source)).isEqualTo(Arrays.copyOfRange(content, (int) source.offset(), content.length));
        }
    }

    @Test
    void readsAnEmptyFile() throws Exception {
        put("empty", new byte[0]);
        try (DownloadSource source = protocol.open(request("empty", 0, DownloadRequest.TO_END, null, new Abort()))) {
            assertThat(source.totalBytes()).isZero();
            assertThat(read(source)).isEmpty();
        }
    }

    @Test
    void judgesAMissingFileFatal() {
        TransferException failure = catchThrowableOfType(
                TransferException.class,
                () -> protocol.open(request("missing", 0, DownloadRequest.TO_END, null, new Abort())));
        assertThat(failure.severity()).isEqualTo(Severity.FATAL);
        assertThat(failure.context()).isEqualTo(ErrorContext.REMOTE_FILE);
        assertThat(failure).hasMessageContaining("missing");
    }

    @Test
    void anAbortEndsARead() throws Exception {
        Abort abort = new Abort();
        try (DownloadSource source = protocol.open(request("a.bin", 0, DownloadRequest.TO_END, null, abort))) {
            abort.abort();
            assertThat(catchThrowableOfType(TransferException.class, () -> read(source)))
                    .isNotNull();
        }
    }

    @Test
    void fetchesRangesInTheOrderGiven() throws Exception {
        List<FileRange> ranges =
                List.of(new FileRange(900, 100), new FileRange(100, 100), new FileRange(699_990, FileRange.TO_EOF));
        Recorder observer = move(ranges);

        assertThat(observer.end()).isEqualTo("finished");
        byte[] bytes = Files.readAllBytes(directory.resolve("BIT0.tmp"));
        assertThat(bytes).hasSize(210);
        assertThat(Arrays.copyOfRange(bytes, 0, 100)).isEqualTo(Arrays.copyOfRange(content, 900, 1000));
        assertThat(Arrays.copyOfRange(bytes, 100, 200)).isEqualTo(Arrays.copyOfRange(content, 100, 200));
        assertThat(Arrays.copyOfRange(bytes, 200, 210)).isEqualTo(Arrays.copyOfRange(content, 699_990, 700_000));
        assertThat(observer.facts().bytesTotal()).isEqualTo(210);
    }

    @Test
    void refusesRangesBeyondTheEnd() {
        assertThat(move(List.of(new FileRange(0, 10), new FileRange(699_999, 2)))
                        .end())
                .isEqualTo("failed BG_E_INVALID_RANGE");
    }

    @Test
    void refusesARangeThatBeginsBeyondTheEnd() {
        assertThat(move(List.of(new FileRange(800_000, 10))).end()).isEqualTo("failed BG_E_INVALID_RANGE");
    }

    private Recorder move(List<FileRange> ranges) {
        Recorder observer = new Recorder();
        try (FileTransferEngine engine = new FileTransferEngine(List.of(protocol), System::nanoTime)) {
            engine.start(
                    new TransferOrder(
                            FileSpec.of(nameOf("a.bin"), directory.resolve("a").toString())
                                    .withRanges(ranges),
                            directory.resolve("BIT0.tmp"),
                            false,
                            null,
                            JobSettings.EMPTY,
                            List.of()),
                    observer);
            observer.awaitEnd();
        }
        return observer;
    }

    private Validator version() throws Exception {
        try (DownloadSource source = source(0, 1, null)) {
            return source.validator();
        }
    }

    private DownloadSource source(long offset, long end, Validator version) throws TransferException {
        return protocol.open(request("a.bin", offset, end, version, new Abort()));
    }

    private DownloadRequest request(String name, long offset, long end, Validator version, Abort abort) {
        return new DownloadRequest(nameOf(name), offset, end, version, JobSettings.EMPTY, List.of(), abort);
    }

    private static byte[] read(DownloadSource source) throws TransferException {
        ByteBuffer all = ByteBuffer.allocate(1 << 20);
        ByteBuffer direct = ByteBuffer.allocateDirect(10_000);
        while (source.read(direct) >= 0) {
            all.put(direct.flip());
            direct.clear();
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    protected static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
