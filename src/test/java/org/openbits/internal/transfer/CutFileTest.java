package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openbits.internal.http.QuickHttp;
import org.openbits.testing.FaultyServer;

/** Another program cuts, removes or replaces the temporary file while its bytes come. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody can do that to an open file there")
class CutFileTest {

    private static final int SIZE = 3_000_000;

    @TempDir
    Path directory;

    private final byte[] content = new byte[SIZE];
    private final FaultyServer server;
    private final FileTransferEngine engine = new FileTransferEngine(List.of(QuickHttp.patient()), System::nanoTime);

    CutFileTest() {
        new Random(3).nextBytes(content);
        server = FaultyServer.serving(content);
    }

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    enum Deed {
        CUT {
            @Override
            void to(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(1000);
                }
            }
        },
        EMPTIED {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        REMOVED {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        },
        REPLACED {
            @Override
            void to(Path file) throws IOException {
                Path other = Files.write(file.resolveSibling("other"), new byte[10]);
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void isAnErrorAndTheNextTransferStartsOver(Deed deed) {
        TransferOrder order = Recorder.order(server.url(), directory.resolve("BIT0.tmp"));
        Recorder observer = new Recorder().whenReached(500_000, () -> {
            try {
                deed.to(order.temporary());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed ERROR_WRITE_FAULT");
        assertThat(observer.failure().message()).contains("Another program", "Resume");
        Recorder second = new Recorder();
        engine.start(observer.again(order), second);
        assertThat(second.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(content);
    }
}
