package org.openbits.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The BITS server of this project as a process of its own, which dies by SIGKILL. */
public final class OwnServer implements AutoCloseable {

    private final Path room;
    private final Path root;
    private final int port;
    private Process process;

    private OwnServer(Path room) {
        this.room = room;
        this.root = room.resolve("www");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server of {@code www} in that directory; not started. */
    public static OwnServer in(Path room) {
        return new OwnServer(room);
    }

    /** Starts it, with uploads; again on the same port. */
    public OwnServer start(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.openbits.server.ServerMain",
                root.toString(),
                "--port",
                Integer.toString(port),
                "--allow-upload"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(complaintsFile().toFile()));
        builder.environment().put("BITS_HOME", room.resolve("server-home").toString());
        try {
            process = builder.start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
            if (line == null || !line.startsWith("Serving ")) {
                throw new IllegalStateException("no server: " + line + complaints());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Path complaintsFile() {
        return room.resolve("complaints");
    }

    /** What it wrote on its error stream. */
    public List<String> complaints() {
        try {
            return Files.exists(complaintsFile()) ? Files.readAllLines(complaintsFile()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }

    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The directory it serves. */
    public Path root() {
        return root;
    }

    /** While it is not running. */
    public void loseSessions() {
        try (var sessions = Files.list(root.resolve(".bits-sessions"))) {
            for (Path session : sessions.filter(Files::isDirectory).toList()) {
                try (var files = Files.list(session)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(session);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
