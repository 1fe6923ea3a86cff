package org.openbits.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real squid on loopback that keeps nothing and lets through whoever proves, by Basic, to be the one user it knows. A
 * machine without it skips the test and says so.
 */
public final class Squid implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/squid");

    private final Path directory;
    private final int port;
    private final Process process;

    private Squid(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one and waits until it accepts connections.
     *
     * @param user as squid's helper is told it: %5C for a backslash
     */
    public static Squid start(String user, String password) {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "squid is not installed (Debian: apt-get install squid)");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // A squid that root starts becomes another user, who reads and writes here.
            Path directory = Files.createTempDirectory("squid");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
            int port = free.getLocalPort();
            free.close();
            Path helper = directory.resolve("helper");
            Files.writeString(helper, """
                    #!/bin/sh
                    while read -r line; do
                      if [ "$line" = '%s %s' ]; then echo OK; else echo ERR; fi
                    done
                    """.formatted(user, password));
            Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(directory.resolve("squid.conf"), """
                    http_port 127.0.0.1:%2$d
                    auth_param basic program %1$s/helper
                    auth_param basic realm depot
                    auth_param basic casesensitive on
                    acl known proxy_auth REQUIRED
                    http_access allow known
                    http_access deny all
                    cache deny all
                    pid_filename none
                    coredump_dir %1$s
                    cache_log %1$s/cache.log
                    access_log stdio:%1$s/access.log
                    shutdown_lifetime 0 seconds
                    """.formatted(directory, port));
            Process process = new ProcessBuilder(PROGRAM.toString(), "-N", "-f", directory + "/squid.conf")
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("console.log").toFile())
                    .start();
            Listening.await("squid", port, process, directory.resolve("console.log"));
            return new Squid(directory, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Ends it, for it writes its log after it has answered; then all lines are there, one a request, refused ones too. */
    public List<String> endAndLog() {
        end();
        Path log = directory.resolve("access.log");
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In order, so that its log is whole and its shared memory gone. */
    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly().onExit().join();
                throw new IllegalStateException("squid does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
