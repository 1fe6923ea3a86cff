package org.openbits.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
<<<<<<< HEAD
import java.util.List;
=======
import java.nio.file.attribute.PosixFilePermissions;
>>>>>>> bd3df04 (uploads: kill tests of client and server, PUT to nginx and Apache, TLS)
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

<<<<<<< HEAD
/** A real apache2 on loopback that serves a directory. A machine without it skips the test and says so. */
=======
/**
 * A real Apache httpd with mod_dav on loopback, in the foreground, with a directory and a port of its own. A machine
 * without one skips the test and says so.
 */
>>>>>>> bd3df04 (uploads: kill tests of client and server, PUT to nginx and Apache, TLS)
public final class Apache implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

    private final Path root;
    private final int port;
    private final Process process;

    private Apache(Path root, int port, Process process) {
        this.root = root;
        this.port = port;
        this.process = process;
    }

<<<<<<< HEAD
    /** Starts one that serves {@code directory/www} and waits until it accepts connections. */
    public static Apache start(Path directory) {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM), "apache2 is not installed (Debian: apt-get install apache2-bin)");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path prefix = Files.createDirectories(directory.resolve("apache"));
            Path root = Files.createDirectories(directory.resolve("www"));
            int port = free.getLocalPort();
            free.close();
            Path configuration = prefix.resolve("apache.conf");
            Files.writeString(configuration, configuration(prefix, root, port));
            Process process = new ProcessBuilder(PROGRAM.toString(), "-X", "-f", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(prefix.resolve("console.log").toFile())
                    .start();
            Awaitility.await("apache2 on port " + port)
                    .atMost(30, TimeUnit.SECONDS)
                    .pollInterval(20, TimeUnit.MILLISECONDS)
                    .until(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException(
                                    "apache2 ended: " + Files.readString(prefix.resolve("console.log")));
                        }
                        return accepts(port);
                    });
            return new Apache(root, port, process);
=======
    /** Serves and takes files below {@code directory/dav}. */
    public static Apache in(Path directory) {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM) && Files.exists(MODULES.resolve("mod_dav_fs.so")),
                "Apache with mod_dav is not installed (Debian: apt-get install apache2)");
        try {
            Path root = Files.createDirectories(directory.resolve("dav"));
            Path state = Files.createDirectories(directory.resolve("apache"));
            Path locks = Files.createDirectories(state.resolve("locks"));
            Files.setPosixFilePermissions(locks, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            Files.writeString(state.resolve("httpd.conf"), configuration(root, state, port));
            Process process = new ProcessBuilder(
                            PROGRAM.toString(), "-d", state.toString(), "-f", state + "/httpd.conf", "-X")
                    .redirectErrorStream(true)
                    .redirectOutput(state.resolve("console.log").toFile())
                    .start();
            Apache apache = new Apache(root, port, process);
            Awaitility.await("Apache on port " + port)
                    .atMost(30, TimeUnit.SECONDS)
                    .pollInterval(10, TimeUnit.MILLISECONDS)
                    .until(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException(
                                    "Apache ended: " + Files.readString(state.resolve("console.log")));
                        }
                        return apache.accepts();
                    });
            return apache;
>>>>>>> bd3df04 (uploads: kill tests of client and server, PUT to nginx and Apache, TLS)
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

<<<<<<< HEAD
    /** The directory it serves. */
=======
    private static String configuration(Path root, Path state, int port) {
        StringBuilder text = new StringBuilder();
        for (String module : new String[] {"mpm_event", "authz_core", "dav", "dav_fs"}) {
            text.append("LoadModule %s_module %s/mod_%s.so%n".formatted(module, MODULES, module));
        }
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        return text + """
                Listen 127.0.0.1:%1$d
                ServerName 127.0.0.1
                PidFile %2$s/pid
                ErrorLog %2$s/error.log
                DavLockDB %2$s/locks/db
                DocumentRoot %3$s
                %4$s
                <Directory %3$s>
                    Dav On
                    Require all granted
                </Directory>
                """.formatted(port, state, root, isRoot ? "User www-data\nGroup www-data" : "");
    }

>>>>>>> bd3df04 (uploads: kill tests of client and server, PUT to nginx and Apache, TLS)
    public Path root() {
        return root;
    }

<<<<<<< HEAD
    /** The address of a file below {@link #root()}. */
=======
>>>>>>> bd3df04 (uploads: kill tests of client and server, PUT to nginx and Apache, TLS)
    public String url(String file) {
        return "http://127.0.0.1:" + port + "/" + file;
    }

<<<<<<< HEAD
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String configuration(Path prefix, Path root, int port) {
        StringBuilder text = new StringBuilder();
        for (String module : List.of("mpm_prefork", "authz_core")) {
            text.append("LoadModule ").append(module).append("_module ");
            text.append(MODULES.resolve("mod_" + module + ".so")).append('\n');
        }
        return text + """
                ServerName 127.0.0.1
                ServerRoot %1$s
                DefaultRuntimeDir %1$s
                PidFile %1$s/pid
                ErrorLog %1$s/error.log
                Listen 127.0.0.1:%3$d
                DocumentRoot %2$s
                <Directory %2$s>
                    Require all granted
                </Directory>
                """.formatted(prefix, root, port);
    }

    private static boolean accepts(int port) {
=======
    private boolean accepts() {
>>>>>>> bd3df04 (uploads: kill tests of client and server, PUT to nginx and Apache, TLS)
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
<<<<<<< HEAD
=======

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
>>>>>>> bd3df04 (uploads: kill tests of client and server, PUT to nginx and Apache, TLS)
}
