package org.openbits.internal.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.openbits.internal.transfer.ProtocolContract;
import org.openbits.spi.TransferProtocol;
import org.openbits.testing.Apache;

/** The contract with apache2 at the other end. */
class ApacheTest extends ProtocolContract {

    private Apache apache;
    private int versions;

    @Override
    protected TransferProtocol open() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        apache = Apache.start(directory);
        return new HttpProtocol();
    }

    @Override
    protected void put(String name, byte[] bytes) throws IOException {
        Path file = Files.write(apache.root().resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + versions++)));
    }

    @Override
    protected String nameOf(String name) {
        return apache.url(name);
    }

    @Override
    protected String malformed() {
        return "http://host/a b";
    }

    @AfterEach
    void stop() {
        if (apache != null) {
            apache.close();
        }
    }
}
