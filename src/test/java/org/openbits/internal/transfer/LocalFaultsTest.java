package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.http.HttpProtocol;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** What goes wrong on this side. */
class LocalFaultsTest {

    private static final Severity SPACE = new Severity.WaitFor(Severity.Event.SPACE);

    @TempDir
    Path directory;

    @Test
    void judgesAFailureOfTheLocalFile() {
        assertThat(verdict(new IOException("No space left on device"))).isEqualTo("ERROR_DISK_FULL " + SPACE);
        assertThat(verdict(new IOException("Disk quota exceeded"))).isEqualTo("ERROR_DISK_FULL " + SPACE);
        assertThat(verdict(new AccessDeniedException("f"))).isEqualTo("E_ACCESSDENIED " + Severity.FATAL);
        assertThat(verdict(new NoSuchFileException("f"))).isEqualTo("ERROR_PATH_NOT_FOUND " + Severity.FATAL);
        assertThat(verdict(new FileAlreadyExistsException("f"))).isEqualTo("ERROR_FILE_EXISTS " + Severity.FATAL);
        assertThat(verdict(new FileSystemException("f", null, "Too many open files")))
                .isEqualTo("ERROR_WRITE_FAULT " + Severity.TRANSIENT);
        assertThat(verdict(new IOException("Input/output error"))).isEqualTo("ERROR_WRITE_FAULT " + Severity.FATAL);
    }

    private static String verdict(IOException failure) {
        TransferException verdict = LocalFaults.verdict(failure, Path.of("/d/BIT0.tmp"));
        assertThat(verdict).hasMessageContaining("BIT0.tmp");
        return verdict.code().symbol() + " " + verdict.severity();
    }

    @Test
    void waitsForSpaceBeforeItWritesAFileThatCannotFit() {
        try (FaultyServer server = FaultyServer.serving(new byte[10])) {
            server.always(Fault.LARGER_THAN_ANY_DISK);

            Recorder observer = move(server.url(), false);

            assertThat(observer.end()).isEqualTo("failed ERROR_DISK_FULL");
            assertThat(observer.severity()).isEqualTo(SPACE);
            assertThat(observer.failure().progressed()).isFalse();
        }
    }

    @Test
    void leavesAFileAloneThatIsNotItsOwn() throws IOException {
        Files.writeString(directory.resolve("BIT0.tmp"), "somebody's");
        try (FaultyServer server = FaultyServer.serving(new byte[10])) {
            assertThat(move(server.url(), false).end()).isEqualTo("failed ERROR_FILE_EXISTS");
            assertThat(directory.resolve("BIT0.tmp")).hasContent("somebody's");

            assertThat(move(server.url(), true).end()).isEqualTo("finished");
        }
    }

    @Test
    void tellsThatTheDirectoryIsGone() {
        try (FaultyServer server = FaultyServer.serving(new byte[10])) {
            Recorder observer = move(server.url(), directory.resolve("gone/BIT0.tmp"), false);
            assertThat(observer.end()).isEqualTo("failed ERROR_PATH_NOT_FOUND");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void knowsNoProtocolForAnUnknownName() {
        assertThat(move("gopher://h/x", false).end()).isEqualTo("failed BG_E_PROTOCOL_NOT_AVAILABLE");
    }

    private Recorder move(String url, boolean createdBefore) {
        return move(url, directory.resolve("BIT0.tmp"), createdBefore);
    }

    private static Recorder move(String url, Path temporary, boolean createdBefore) {
        Recorder observer = new Recorder();
        try (FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime)) {
            TransferOrder order = Recorder.order(url, temporary);
            engine.start(createdBefore ? observer.again(order) : order, observer);
            observer.awaitEnd();
        }
        return observer;
    }
}
