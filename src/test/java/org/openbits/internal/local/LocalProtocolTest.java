package org.openbits.internal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbits.internal.transfer.ProtocolContract;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;

class LocalProtocolTest extends ProtocolContract {

    private final LocalProtocol local = new LocalProtocol();
    private int versions;

    @Override
    protected TransferProtocol open() {
        return local;
    }

    @Override
    protected void put(String name, byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + versions++)));
    }

    @Override
    protected String nameOf(String name) {
        return directory.resolve(name).toString();
    }

    @Override
    protected String malformed() {
        return "file:///a b";
    }

    @Test
    void readsEveryFormOfAFileName() {
        assertThat(LocalName.parse("file:///a%20b")).isEqualTo(Path.of("/a b"));
        assertThat(LocalName.parse("file:/a")).isEqualTo(Path.of("/a"));
        assertThat(LocalName.parse("FILE:///a")).isEqualTo(Path.of("/a"));
        assertThatThrownBy(() -> LocalName.parse("file:a")).hasMessageContaining("file:a");
        assertThatThrownBy(() -> LocalName.parse("file://host/a")).hasMessageContaining("authority");
    }

    @Test
    void expandsWildcardsInTheLastPart() throws Exception {
        for (String name : List.of("a1.txt", "a2.txt", "b1.txt", "c.bin", ".hidden.txt", "a{1}.txt")) {
            put(name, new byte[0]);
        }
        Files.createDirectory(directory.resolve("dir.txt"));

        assertThat(expand("*.txt")).containsExactly("a1.txt", "a2.txt", "a{1}.txt", "b1.txt");
        assertThat(expand("a?.txt")).containsExactly("a1.txt", "a2.txt");
        assertThat(expand("[a-b]1.*")).containsExactly("a1.txt", "b1.txt");
        assertThat(expand("a{1}.t*")).containsExactly("a{1}.txt");
        assertThat(expand(".h*")).containsExactly(".hidden.txt");
        assertThat(expand("nothing*")).isEmpty();
        assertThat(local.expand(directory.toUri() + "c.*", List.of()))
                .containsExactly(directory.resolve("c.bin").toUri().toString());
        assertThatThrownBy(() -> local.expand(directory + "/missing/*", List.of()))
                .isInstanceOf(TransferException.class);
        assertThatThrownBy(() -> expand("[z-a]*")).hasMessageContaining("cannot be read");
    }

    private List<String> expand(String pattern) throws TransferException {
        return local.expand(directory + "/" + pattern, List.of()).stream()
                .map(name -> Path.of(name).getFileName().toString())
                .toList();
    }
}
