package org.openbits.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real apache2 on loopback that serves a directory. A machine without it skips the test and says so. */
public final class Apache implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

    private static final String MD5 = "5b613f2af35465e5b64b478a8ad997aa";

    private final Path root;
    private final int port;
    private final Process process;

    private Apache(Path root, int port, Process process) {
        this.root = root;
        this.port = port;
        this.process = process;
    }

    /** Starts one that serves {@code directory/www}, takes files there by WebDAV, asks ann for her
     * password (secret) by Digest below {@code digest/}, and waits until it accepts connections. */
    public static Apache start(Path directory) {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM), "apache2 is not installed (Debian: apt-get install apache2-bin)");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path prefix = Files.createDirectories(directory.resolve("apache"));
            Path root = Files.createDirectories(directory.resolve("www"));
            int port = free.getLocalPort();
            free.close();
            Files.createDirectories(root.resolve("digest"));
            // md5(ann:depot:secret), as htdigest writes it
            Files.writeString(prefix.resolve("users"), "ann:depot:%s\n".formatted(MD5));
            Path configuration = prefix.resolve("apache.conf");
            Files.writeString(configuration, configuration(prefix, root, port));
            Process process = new ProcessBuilder(PROGRAM.toString(), "-X", "-f", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(prefix.resolve("console.log").toFile())
                    .start();
            Listening.await("apache2", port, process, prefix.resolve("console.log"));
            return new Apache(root, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static String configuration(Path prefix, Path root, int port) {
        StringBuilder text = new StringBuilder();
        for (String module : List.of(
                "mpm_prefork",
                "authz_core",
                "authz_user",
                "authn_core",
                "authn_file",
                "auth_digest",
                "dav",
                "dav_fs")) {
            text.append("LoadModule ").append(module).append("_module ");
            text.append(MODULES.resolve("mod_" + module + ".so")).append('\n');
        }
        return text + """
                ServerName 127.0.0.1
                ServerRoot %1$s
                DefaultRuntimeDir %1$s
                PidFile %1$s/pid
                ErrorLog %1$s/error.log
                # One process, which serves one connection at a time.
                KeepAliveTimeout 100ms
                Listen 127.0.0.1:%3$d
                DocumentRoot %2$s
                DavLockDB %1$s/locks
                <Directory %2$s>
                    Dav On
                    Require all granted
                </Directory>
                <Directory %2$s/digest>
                    AuthType Digest
                    AuthName depot
                    AuthDigestProvider file
                    AuthUserFile %1$s/users
                    Require valid-user
                </Directory>
                """.formatted(prefix, root, port);
    }
}
