package org.openbits.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A real {@code python3 -m http.server} on loopback. A machine without Python skips the test and says so. */
public final class PythonServer implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    private final Path root;
    private final Process process;
    private final int port;

    private PythonServer(Path root, Process process, int port) {
        this.root = root;
        this.process = process;
        this.port = port;
    }

    /** Starts one that serves {@code directory/www}; returns when it listens. */
    public static PythonServer start(Path directory) {
        try {
            Path root = Files.createDirectories(directory.resolve("www"));
            Process process = python(root);
            Assumptions.assumeTrue(process != null, "python3 is not installed (Debian: apt-get install python3)");
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            Matcher port = PORT.matcher(String.valueOf(line));
            Assumptions.assumeTrue(port.find(), "python3 has no module http.server: " + line);
            return new PythonServer(root, process, Integer.parseInt(port.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process python(Path root) {
        try {
            return new ProcessBuilder("python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "0")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null;
        }
    }

    /** The directory it serves. */
    public Path root() {
        return root;
    }

    /** The address of a file below {@link #root()}. */
    public String url(String file) {
        return "http://127.0.0.1:" + port + "/" + file;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
