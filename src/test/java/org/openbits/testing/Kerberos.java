package org.openbits.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * A real ticket server (MIT's krb5kdc) on loopback, with a realm, a database and a cache of tickets of its own. The server
 * {@code localhost} has its key in {@link #keytab()}. Without the programs the test is skipped and says so.
 */
public final class Kerberos implements AutoCloseable {

    public static final String REALM = "TEST.REALM";

    private static final String SERVER = "cifs/localhost";

    private final Path directory;
    private final int port;
    private Process process;

    private Kerberos(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts one that knows the user. */
    public static Kerberos in(Path directory, String user, String password) throws IOException {
        for (String program : List.of("/usr/sbin/krb5kdc", "/usr/sbin/kadmin.local", "/usr/bin/kinit")) {
            Assumptions.assumeTrue(
                    Files.isExecutable(Path.of(program)),
                    program + " is not installed (Debian: apt-get install krb5-kdc krb5-admin-server krb5-user)");
        }
        Path place = Files.createDirectories(directory.resolve("kerberos")).toAbsolutePath();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Kerberos kerberos = new Kerberos(place, free.getLocalPort());
            free.close();
            kerberos.start(user, password);
            return kerberos;
        }
    }

    private void start(String user, String password) throws IOException {
        Files.writeString(configuration(), """
                [libdefaults]
                 default_realm = %1$s
                 dns_lookup_kdc = false
                 dns_lookup_realm = false
                 rdns = false
                 udp_preference_limit = 1
                [realms]
                 %1$s = {
                  kdc = 127.0.0.1:%2$d
                 }
                [domain_realm]
                 localhost = %1$s
                """.formatted(REALM, port));
        // A Samba that is in no domain takes no ticket with the groups of one (PAC).
        Files.writeString(directory.resolve("kdc.conf"), """
                [realms]
                 %1$s = {
                  database_name = %3$s/principal
                  key_stash_file = %3$s/stash
                  supported_enctypes = aes256-cts:normal aes128-cts:normal
                  disable_pac = true
                  kdc_ports = %2$d
                  kdc_tcp_ports = %2$d
                 }
                """.formatted(REALM, port, directory));
        run("", "/usr/sbin/kdb5_util", "create", "-s", "-P", "master", "-r", REALM);
        admin("addprinc -pw " + password + " " + user);
        admin("addprinc -randkey " + SERVER);
        admin("ktadd -k " + keytab() + " " + SERVER);
        process = builder(
                        "/usr/sbin/krb5kdc",
                        "-n",
                        "-P",
                        directory.resolve("pid").toString())
                .start();
        Awaitility.await("krb5kdc")
                .atMost(2, TimeUnit.MINUTES)
                .pollInterval(50, TimeUnit.MILLISECONDS)
                .until(() -> run(password + "\n", "/usr/bin/kinit", user) == 0);
    }

    private void admin(String what) throws IOException {
        run("", "/usr/sbin/kadmin.local", "-r", REALM, "-q", what);
    }

    private int run(String input, String... words) throws IOException {
        Process done = builder(words).start();
        done.getOutputStream().write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        done.getOutputStream().close();
        try {
            return done.waitFor(2, TimeUnit.MINUTES) ? done.exitValue() : -1;
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private ProcessBuilder builder(String... words) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(words)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("console.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "KRB5_CONFIG", configuration().toString(),
                        "KRB5_KDC_PROFILE", directory.resolve("kdc.conf").toString(),
                        "KRB5CCNAME", "FILE:" + cache()));
        return builder;
    }

    /** The file krb5.conf. */
    public Path configuration() {
        return directory.resolve("krb5.conf");
    }

    /** The user's tickets. */
    public Path cache() {
        return directory.resolve("cache");
    }

    /** The key of {@code localhost} as a file server. */
    public Path keytab() {
        return directory.resolve("keytab");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
