package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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

    @Test
    void takesNoNameBehindALinkThatCameAfterTheLookUp() throws IOException {
        Path place = served.place(RequestPath.of("/a/b/new"));
        Path upload = Files.writeString(root.resolve("upload"), "new");
        swap();
        assertThatThrownBy(() -> served.moveToFree(upload, place)).isInstanceOf(IOException.class);
        assertThat(room.resolve("outside/b/new")).doesNotExist();
        assertThat(upload).hasContent("new");
    }

    @Test
    void takesAFreeNameOnly() throws IOException {
        Path upload = Files.writeString(root.resolve("upload"), "new");
        assertThatThrownBy(() -> served.moveToFree(upload, root.resolve("a/b/file")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(root.resolve("a/b/file")).hasContent("inside");
        served.moveToFree(upload, root.resolve("a/b/new"));
        assertThat(root.resolve("a/b/new")).hasContent("new");
        assertThat(upload).doesNotExist();
    }

    /** Where only the server's user can write, a path may be used as a whole; anywhere else not. */
    @Test
    void knowsWhereOthersMayWrite() throws IOException {
        Files.createDirectory(root.resolve(RequestPath.OWN)); // its owner is the server's user
        for (String directory : List.of(".", "a", "a/b")) {
            mode(root.resolve(directory), "rwxr-xr-x");
        }
        assertThat(served.isOursAlone(root.resolve("a/b/new"))).isTrue();
        for (String mode : List.of("rwxrwxr-x", "rwxr-xrwx")) {
            mode(root.resolve("a"), mode);
            assertThat(served.isOursAlone(root.resolve("a/b/new"))).isFalse();
            assertThat(served.isOursAlone(root.resolve("new"))).isTrue();
        }
    }

    private static void mode(Path directory, String permissions) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }

    /** A directory in which others write: a link and the directory take turns while uploads come in. */
    @Test
    void aSwapAtAnyMomentPutsNothingOutside() throws Exception {
        mode(root, "rwxrwxrwx");
        Path link = Files.createSymbolicLink(room.resolve("link"), room.resolve("outside"));
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Thread swapper = swapper(link, asked, isOver);
        int there = 0;
        try (BitsServer server = BitsServer.start(ServerSettings.of(root).with(ServerSetting.ALLOW_UPLOAD, true))) {
            swapper.start();
            for (int i = 0; i < 300; i++) {
                there += upload(server.port(), "/a/b/up" + i) ? 1 : 0;
                asked.incrementAndGet();
            }
        } finally {
            isOver.set(true);
            swapper.join();
        }
        assertThat(room.resolve("outside/b").toFile().list()).containsExactly("file");
        assertThat(root.resolve("a/b").toFile().list()).hasSize(1 + there);
        assertThat(there).as("uploads that came through").isBetween(1, 299);
    }

    private static boolean upload(int port, String path) {
        String[] packet = {
            "BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}", "BITS-Packet-Type: Create-Session"
        };
        try (RawHttp http = new RawHttp(port)) {
            String id =
                    http.ask("BITS_POST " + path, new byte[0], packet).headers().get("bits-session-id");
            if (id == null) {
                return false; // there was no such directory just then
            }
            boolean isWhole = http.ask(
                                    "BITS_POST " + path,
                                    new byte[] {1, 2, 3},
                                    "BITS-Packet-Type: Fragment",
                                    "BITS-Session-Id: " + id,
                                    "Content-Range: bytes 0-2/3")
                            .status()
                    == 200;
            http.ask("BITS_POST " + path, new byte[0], "BITS-Packet-Type: Close-Session", "BITS-Session-Id: " + id);
            return isWhole;
        }
    }

    /** The same with real requests, a link and a directory taking turns under one name as fast as they can. */
    @Test
    void aSwapAtAnyMomentGivesNothingAway() throws Exception {
        Path link = Files.createSymbolicLink(room.resolve("link"), room.resolve("outside"));
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Thread swapper = swapper(link, asked, isOver);
        int given = 0;
        try (BitsServer server = BitsServer.start(ServerSettings.of(root));
                RawHttp http = new RawHttp(server.port())) {
            swapper.start();
            for (int i = 0; i < 3000; i++) {
                Answer answer = http.ask("GET /a/b/file", new byte[0]);
                assertThat(answer.text()).doesNotContain("secret");
                given += answer.status() == 200 ? 1 : 0;
                asked.incrementAndGet();
            }
        } finally {
            isOver.set(true);
            swapper.join();
        }
        assertThat(given).as("answers with the file").isBetween(1, 2999);
    }

    /**
     * Each of the two stays for up to a millisecond, so that requests see them change; and now and then until a whole request
     * has come and gone, so that each is met by one, however slow the machine.
     */
    private Thread swapper(Path link, AtomicInteger asked, AtomicBoolean isOver) {
        Random random = new Random(7);
        return new Thread(
                () -> {
                    try {
                        for (int turn = 0; !isOver.get(); turn++) {
                            int whole = turn % 100 == 0 ? 2 : 0;
                            Files.move(root.resolve("a"), root.resolve("kept"));
                            Files.move(link, root.resolve("a"));
                            stay(random.nextInt(1_000_000), asked, whole, isOver);
                            Files.move(root.resolve("a"), link);
                            Files.move(root.resolve("kept"), root.resolve("a"));
                            stay(random.nextInt(1_000_000), asked, whole, isOver);
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                "swapper");
    }

    /** So many requests have ended since: the first may have begun before. */
    private static void stay(long nanos, AtomicInteger asked, int requests, AtomicBoolean isOver) {
        int until = asked.get() + requests;
        do {
            LockSupport.parkNanos(nanos);
        } while (asked.get() < until && !isOver.get());
    }
}
