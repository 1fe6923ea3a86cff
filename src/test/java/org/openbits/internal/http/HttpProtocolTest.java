package org.openbits.internal.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.openbits.internal.transfer.ProtocolContract;
import org.openbits.spi.TransferProtocol;
import org.openbits.testing.Nginx;

class HttpProtocolTest extends ProtocolContract {

    private Nginx nginx;
    private int versions;

    @Override
    protected TransferProtocol open() {
        nginx = Nginx.in(directory).start();
        return new HttpProtocol();
    }

    @Override
    protected void put(String name, byte[] bytes) throws IOException {
        Path file = Files.write(nginx.root().resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + versions++)));
    }

    @Override
    protected String nameOf(String name) {
        return nginx.url(name);
    }

    @Override
    protected String malformed() {
        return "http://host/a b";
    }

    @AfterEach
    void stop() {
        nginx.close();
    }
}
