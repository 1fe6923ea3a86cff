package org.openbits.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The tus server of the protocol's authors, {@code @tus/server}, in a process of node. Its packages are installed once a run;
 * where they cannot be had the test is skipped.
 */
public final class TusServer implements AutoCloseable {

    private static final String PROGRAM = """
            const {Server} = require('@tus/server');
            const {FileStore} = require('@tus/file-store');
            const server = new Server({path: '/files', datastore: new FileStore({directory: process.argv[2]}),
                respectForwardedHeaders: false});
            const http = server.listen({host: '127.0.0.1', port: Number(process.argv[3])},
                () => console.log('port ' + http.address().port));
            """;

    private static Path installed;

    private final Path files;
    private Process node;
    private int port;

    private TusServer(Path files) {
        this.files = files;
    }

    /** One with a directory of its own. */
    public static TusServer start() {
        try {
            TusServer server = new TusServer(Files.createTempDirectory("tus-files"));
            server.again();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path installed() throws IOException {
        if (installed == null) {
            Path room = Files.createTempDirectory("tus-server");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(room), "tus-server-deletion"));
            Files.writeString(room.resolve("server.js"), PROGRAM);
            boolean isThere =
                    run(room, "npm", "install", "--no-audit", "--no-fund", "@tus/server@2.4.5", "@tus/file-store@2");
            Assumptions.assumeTrue(isThere, "node with npm and the package @tus/server cannot be had here");
            installed = room;
        }
        return installed;
    }

    private static boolean run(Path room, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(room.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(room.resolve("npm.log").toFile())
                    .start();
            if (process.waitFor(90, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it after {@link #kill()}, on the same port and with the same uploads. */
    public void again() {
        try {
            Path room = installed();
            node = new ProcessBuilder("node", "server.js", files.toString(), Integer.toString(port))
                    .directory(room.toFile())
                    .redirectError(room.resolve("node.log").toFile())
                    .start();
            BufferedReader out = node.inputReader();
            String line = out.readLine();
            if (line == null || !line.startsWith("port ")) {
                throw new IllegalStateException("node did not start: " + Files.readString(room.resolve("node.log")));
            }
            port = Integer.parseInt(line.substring(5));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void kill() {
        node.destroyForcibly();
        node.onExit().join();
    }

    /** While it is not running. */
    public void loseUploads() {
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/files/";
    }

    /** What it keeps of the upload with that address. */
    public Path stored(String upload) {
        String path = URI.create(upload).getPath();
        return files.resolve(path.substring(path.lastIndexOf('/') + 1));
    }

    /** What it keeps of its only upload. */
    public Path stored() {
        try (Stream<Path> all = Files.list(files)) {
            return all.filter(file -> !file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (node != null) {
            kill();
        }
        delete(files);
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
