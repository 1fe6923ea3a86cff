package org.openbits.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * A real smbd on loopback, in the foreground, with a port, a configuration and every directory of its own; the machine's
 * Samba, if there is one, does not notice. {@link #stop()} and {@link #start()} keep the port.
 *
 * <p>Shares, all of {@link #root()}: {@code plain} for anybody, {@code private} for {@link #USER}, {@code readonly},
 * {@code secret} which requires encryption. smbd changes users and so wants root: without it, or without smbd, the test
 * is skipped and says so.
 */
public final class Samba implements AutoCloseable {

    /** An account of the server, and of the machine. */
    public static final String USER = "root";

    public static final String PASSWORD = "s3cret-p\u00e4ss";

    private static final Path SMBD = Path.of("/usr/sbin/smbd");

    /** Loopback, and a card, without which the service takes the machine for one without a network. */
    private static final String NETWORK = "ip link set lo up && ip link add outside type veth peer name beyond"
            + " && ip addr add 192.0.2.1/24 dev outside && ip link set outside up && ip link set beyond up && exec ";

    private final Path prefix;
    private int port;
    private boolean ownNetwork;
    private final List<String> globalLines = new ArrayList<>();
    private Process process;

    private Samba(Path prefix, int port) {
        this.prefix = prefix;
        this.port = port;
    }

    /** A server that serves {@code directory/share}; not started. */
    public static Samba in(Path directory) {
        Assumptions.assumeTrue(Files.isExecutable(SMBD), "smbd is not installed (Debian: apt-get install samba)");
        Assumptions.assumeTrue(
                System.getProperty("user.name").equals(USER), "smbd runs as root only, and this is not root");
        try {
            Path prefix = Files.createDirectories(directory.resolve("samba")).toAbsolutePath();
            Files.createDirectories(directory.resolve("share"));
            for (String each : List.of("private", "dfs", "lock", "state", "cache", "pid", "rpc", "log")) {
                Files.createDirectories(prefix.resolve(each));
            }
            return new Samba(prefix, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A further line of the global section, such as {@code server signing = mandatory}. */
    public Samba with(String line) {
        globalLines.add(line);
        return this;
    }

    /**
     * In a network of its own, on loopback there, and so on the port that UNC names mean; {@link #inside} runs the clients.
     */
    public Samba inOwnNetwork() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "networks of one's own are there on Linux only");
        ownNetwork = true;
        port = 445;
        return this;
    }

    /** A command line that runs where this server is to be reached. */
    public List<String> inside(List<String> command) {
        List<String> words = new ArrayList<>();
        if (ownNetwork) {
            words.addAll(List.of("nsenter", "--net=/proc/" + process.pid() + "/ns/net"));
        }
        words.addAll(command);
        return words;
    }

    /** Starts it and waits until it accepts connections. */
    public Samba start() {
        try {
            Path conf = prefix.resolve("smb.conf");
            Files.writeString(conf, configuration());
            addUser(conf);
            Path console = prefix.resolve("console.log");
            String smbd = SMBD + " -F --no-process-group -s " + conf;
            List<String> command =
                    ownNetwork ? List.of("unshare", "--net", "sh", "-c", NETWORK + smbd) : List.of(smbd.split(" "));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
                    .start();
            Listening.await("smbd", process, console, this::accepts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void addUser(Path conf) throws IOException {
        Process add = new ProcessBuilder("smbpasswd", "-c", conf.toString(), "-s", "-a", USER)
                .redirectErrorStream(true)
                .redirectOutput(prefix.resolve("smbpasswd.log").toFile())
                .start();
        byte[] twice = (PASSWORD + "\n" + PASSWORD + "\n").getBytes(StandardCharsets.UTF_8);
        add.getOutputStream().write(twice);
        add.getOutputStream().close();
        try {
            if (!add.waitFor(2, TimeUnit.MINUTES) || add.exitValue() != 0) {
                throw new IllegalStateException(
                        "smbpasswd failed: " + Files.readString(prefix.resolve("smbpasswd.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the processes that speak with clients; the server goes on and makes new ones. */
    public void killSessions() {
        process.children().forEach(ProcessHandle::destroyForcibly);
    }

    /** Stops the processes that speak with clients, as SIGSTOP does: connections stay open and nothing comes. */
    public void freezeSessions() {
        signalSessions("-STOP");
    }

    /** Lets them go on. */
    public void thawSessions() {
        signalSessions("-CONT");
    }

    /** How many processes speak with clients: each with one client, and with all connections of it. */
    public long sessions() {
        return process.children().filter(each -> !isHelper(each)).count();
    }

    private static boolean isHelper(ProcessHandle child) {
        try {
            String name = Files.readString(Path.of("/proc/" + child.pid() + "/comm"));
            return name.startsWith("smbd-notifyd") || name.startsWith("cleanupd");
        } catch (IOException e) {
            return true; // it has ended
        }
    }

    /** Stops the whole server, which takes connections still, for the system does that, and says nothing. */
    public void freeze() {
        signal(process.toHandle(), "-STOP");
        freezeSessions();
    }

    /** Lets it go on. */
    public void thaw() {
        signal(process.toHandle(), "-CONT");
        thawSessions();
    }

    private void signalSessions(String signal) {
        process.children().forEach(each -> signal(each, signal));
    }

    private static void signal(ProcessHandle to, String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(to.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once, breaking its connections. */
    public void stop() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        Awaitility.await("smbd's processes to end")
                .pollInterval(2, TimeUnit.MILLISECONDS)
                .until(() -> all.stream().allMatch(Samba::hasEnded));
        process = null;
    }

    /** Also one that nobody has asked for its exit code: it holds no port and no lock. */
    private static boolean hasEnded(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                    .replaceFirst("^.*\\) ", "")
                    .startsWith("Z");
        } catch (IOException e) {
            return !process.isAlive();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Makes {@code dfs/link} a referral to the share. */
    public void refer(String link, String share) throws IOException {
        Path at = prefix.resolve("dfs").resolve(link);
        Files.deleteIfExists(at);
        Files.createSymbolicLink(at, Path.of("msdfs:127.0.0.1\\" + share));
    }

    /** The directory of every share. */
    public Path root() {
        return prefix.resolveSibling("share");
    }

    /** The name of a file of a share. */
    public String name(String share, String file) {
        return "smb://127.0.0.1:" + port + "/" + share + "/" + file;
    }

    public int port() {
        return port;
    }

    private boolean accepts() throws IOException, InterruptedException {
        if (ownNetwork) {
            Path itsNetwork = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/ns/net"));
            boolean isAlone = !itsNetwork.equals(Files.readSymbolicLink(Path.of("/proc/self/ns/net")));
            List<String> asks = inside(List.of("bash", "-c", ": </dev/tcp/127.0.0.1/" + port));
            return isAlone
                    && new ProcessBuilder(asks)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        }
        return Listening.accepts(port);
    }

    private String configuration() {
        return """
                [global]
                workgroup = TEST
                server role = standalone server
                smb ports = %1$d
                interfaces = 127.0.0.1
                bind interfaces only = yes
                disable netbios = yes
                private dir = %2$s/private
                lock directory = %2$s/lock
                state directory = %2$s/state
                cache directory = %2$s/cache
                pid directory = %2$s/pid
                ncalrpc dir = %2$s/rpc
                log file = %2$s/log/smbd.log
                passdb backend = tdbsam:%2$s/private/passdb.tdb
                map to guest = Bad User
                guest account = root
                load printers = no
                printing = bsd
                disable spoolss = yes
                unix extensions = no
                %3$s
                [plain]
                path = %4$s
                guest ok = yes
                writeable = yes
                [private]
                path = %4$s
                valid users = root
                guest ok = no
                writeable = yes
                [readonly]
                path = %4$s
                guest ok = yes
                writeable = no
                [dfs]
                path = %2$s/dfs
                msdfs root = yes
                guest ok = yes
                writeable = yes
                [secret]
                path = %4$s
                guest ok = no
                smb encrypt = required
                """.formatted(port, prefix, String.join("\n", globalLines), root());
    }

    /** A free loopback port. Another process could take it before its use: rare, and the start then says so. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
