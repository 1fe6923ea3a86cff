package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.server.RawHttp.Answer;

/** Somebody puts links into the served directory while the server looks names up and opens them. */
class OpeningTest {

    @TempDir
    Path room;

    private Path root;
    private ServedDirectory served;

    @BeforeEach
    void begin() throws IOException {
        root = Files.createDirectories(room.resolve("www")).toRealPath();
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/file"), "inside");
        Files.createDirectories(room.resolve("outside/b"));
        Files.writeString(room.resolve("outside/b/file"), "secret");
        served = new ServedDirectory(root);
    }

    private Path found() {
        return served.find(RequestPath.of("/a/b/file"));
    }

    /** What stands between look-up and opening: {@code a} is a link to a directory outside. */
    private void swap() throws IOException {
        Files.move(root.resolve("a"), root.resolve("old"));
        Files.createSymbolicLink(root.resolve("a"), room.resolve("outside"));
    }

    @Test
    void opensWhatItFound() throws IOException {
        ServedDirectory.Opened opened = served.open(found());
        try (var channel = opened.channel()) {
            ByteBuffer bytes = ByteBuffer.allocate(10);
            channel.read(bytes);
            assertThat(new String(bytes.array(), 0, bytes.position())).isEqualTo("inside");
            assertThat(opened.version()).isEqualTo(FileVersion.of(root.resolve("a/b/file")));
        }
    }

    @Test
    void opensNothingBehindALinkThatCameAfterTheLookUp() throws IOException {
        Path found = found();
        swap();
        assertThat(Files.readString(found)).as("the plain way is deceived").isEqualTo("secret");
        assertThatThrownBy(() -> served.open(found)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> served.version(found)).isInstanceOf(IOException.class);
    }

    @Test
    void opensNoFileThatBecameALink() throws IOException {
        Path found = found();
        Files.delete(found);
        Files.createSymbolicLink(found, room.resolve("outside/b/file"));
        assertThatThrownBy(() -> served.open(found)).isInstanceOf(IOException.class);
    }

    @Test
    void replacesNothingBehindALinkThatCameAfterTheLookUp() throws IOException {
        Path found = found();
        Path upload = Files.writeString(root.resolve("upload"), "new");
        swap();
        assertThatThrownBy(() -> served.replace(upload, found)).isInstanceOf(IOException.class);
        assertThat(room.resolve("outside/b/file")).hasContent("secret");
        assertThat(upload).hasContent("new");
    }

    /** The same with real requests, a link and a directory taking turns under one name as fast as they can. */
    @Test
    void aSwapAtAnyMomentGivesNothingAway() throws Exception {
        Path link = Files.createSymbolicLink(room.resolve("link"), room.resolve("outside"));
        AtomicBoolean isOver = new AtomicBoolean();
        Thread swapper = new Thread(
                () -> {
                    try {
                        while (!isOver.get()) {
                            Files.move(root.resolve("a"), root.resolve("kept"));
                            Files.move(link, root.resolve("a"));
                            Files.move(root.resolve("a"), link);
                            Files.move(root.resolve("kept"), root.resolve("a"));
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                "swapper");
        int given = 0;
        try (BitsServer server = BitsServer.start(ServerSettings.of(root).build());
                RawHttp http = new RawHttp(server.port())) {
            swapper.start();
            for (int i = 0; i < 3000; i++) {
                Answer answer = http.ask("GET /a/b/file", new byte[0]);
                assertThat(answer.text()).doesNotContain("secret");
                given += answer.status() == 200 ? 1 : 0;
            }
        } finally {
            isOver.set(true);
            swapper.join();
        }
        assertThat(given).as("answers with the file").isPositive();
    }
}
