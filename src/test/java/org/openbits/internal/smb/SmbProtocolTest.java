package org.openbits.internal.smb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.transfer.ProtocolContract;
import org.openbits.spi.TransferProtocol;
import org.openbits.testing.Samba;

class SmbProtocolTest extends ProtocolContract {

    @TempDir
    static Path place;

    private static Samba samba;

    private int versions;

    @BeforeAll
    static void start() {
        samba = Samba.in(place).start();
    }

    @AfterAll
    static void stop() {
        if (samba != null) {
            samba.close();
        }
    }

    @Override
    protected TransferProtocol open() {
        return new SmbProtocol();
    }

    @Override
    protected void put(String name, byte[] bytes) throws IOException {
        Path file = Files.write(samba.root().resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + versions++)));
    }

    @Override
    protected String nameOf(String name) {
        return samba.name("plain", name);
    }

    @Override
    protected String malformed() {
        return "smb://server/share";
    }
}
