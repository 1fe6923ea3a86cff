package org.openbits.internal.smb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.testing.Samba;

/** An engine and a real server, for whole transfers. */
abstract class ShareTransfers {

    static final int MIB = 1 << 20;

    @TempDir
    static Path place;

    static Samba samba;

    @TempDir
    Path directory;

    FileTransferEngine engine;
    Path temporary;
    private int published;

    @BeforeAll
    static void startServer() {
        samba = Samba.in(place).start();
    }

    @AfterAll
    static void stopServer() {
        if (samba != null) {
            samba.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        for (Path left : files()) {
            Files.delete(left);
        }
        engine = new FileTransferEngine(List.of(protocol()), System::nanoTime);
        temporary = directory.resolve("BIT0.tmp");
    }

    @AfterEach
    void stop() {
        samba.thawSessions();
        engine.close();
    }

    SmbProtocol protocol() {
        return new SmbProtocol();
    }

    TransferOrder upload(String name, Path local) {
        return new TransferOrder(
                JobType.UPLOAD,
                FileSpec.of(samba.name("plain", name), local.toString()),
                temporary,
                false,
                null,
                JobSettings.EMPTY,
                List.of());
    }

    Path local(int mebibytes) throws IOException {
        byte[] bytes = new byte[mebibytes * MIB];
        new Random(7).nextBytes(bytes);
        return Files.write(directory.resolve("local"), bytes);
    }

    static List<Path> temporaryFiles() throws IOException {
        return files().stream()
                .filter(each -> String.valueOf(each.getFileName()).startsWith("BIT"))
                .toList();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(samba.root())) {
            return files.toList();
        }
    }

    TransferOrder order(String name) {
        return Recorder.order(samba.name("plain", name), temporary);
    }

    Path publish(String name, int mebibytes) throws IOException {
        Path file = samba.root().resolve(name);
        byte[] block = new byte[MIB];
        Random random = new Random(published);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                channel.write(ByteBuffer.wrap(block));
            }
        }
        return Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + published++)));
    }

    static Instant hundreds(FileTime time) {
        Instant instant = time.toInstant();
        return instant.minusNanos(instant.getNano() % 100);
    }

    static boolean run(String... words) throws Exception {
        return new ProcessBuilder(words).start().waitFor() == 0;
    }
}
