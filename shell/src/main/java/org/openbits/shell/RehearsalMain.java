package org.openbits.shell;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openbits.BackgroundCopyManager;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.CmdletTable;
import org.openbits.cmdlets.BitsCmdlets;
import org.openbits.cmdlets.core.CoreCmdlets;
import org.openbits.internal.admin.BitsAdmin;
import org.openbits.shell.host.StandardHost;
import org.openbits.shell.host.Surroundings;

/**
 * Runs once what people usually run, so that Java can archive the classes it takes. The launcher calls it, with a home of
 * its own in {@code BITS_HOME}; the arguments are options for each command, such as {@code -NoService}.
 */
public final class RehearsalMain {

    /** In the order of their worth: one that fails leaves the others. */
    private static final List<List<String>> SCENES = List.of(
            List.of("-c", "Start-BitsTransfer -Source $args[0] -Destination $args[1]"),
            List.of(
                    "-c",
                    "$job = Start-BitsTransfer $args[0] $args[1] -Asynchronous; Wait-BitsTransfer $job;"
                            + " $job | Complete-BitsTransfer"),
            List.of("-c", "Start-BitsTransfer $args[0] $args[1] -Suspended | Out-Null; Get-BitsTransfer"),
            List.of("--json", "-c", "Get-BitsTransfer | Where-Object { $_.JobState -eq 'Suspended' }"),
            List.of("-c", "Get-BitsTransfer | Format-List; Get-BitsTransfer | Remove-BitsTransfer"),
            List.of("-c", "if ((Get-Date).Year -gt 2000) { \"$(1 + 1) {0:N1}\" -f 2.5 }; foreach ($i in 1..2) { $i }"),
            List.of("-c", "Get-Help Get-BitsTransfer"),
            List.of("-c", "Get-NoSuchThing"),
            List.of("-c", "x = [1, 2].collect { it + 1 }; println getBitsTransfer().size()"));

    /** The program itself, and what a prompt takes in a real terminal. */
    private static final List<String> MORE_CLASSES = List.of(
            "org.openbits.shell.ShellMain",
            "org.openbits.internal.admin.BitsAdminMain",
            "org.jline.terminal.impl.PosixSysTerminal",
            "org.jline.terminal.impl.AbstractPosixTerminal",
            "org.jline.terminal.impl.jni.JniTerminalProvider",
            "org.jline.terminal.impl.jni.JniNativePty",
            "org.jline.terminal.impl.jni.linux.LinuxNativePty",
            "org.jline.nativ.JLineNativeLoader",
            "org.jline.nativ.CLibrary",
            "org.jline.utils.Signals",
            "org.jline.utils.NonBlockingPumpReader",
            "org.jline.utils.NonBlockingInputStreamImpl",
            "org.jline.utils.Display");

    private RehearsalMain() {}

    public static void main(String[] options) throws IOException {
        if (System.getenv("BITS_HOME") == null) {
            throw new IllegalStateException("A rehearsal needs a home of its own; set BITS_HOME.");
        }
        if (options.length == 0) {
            writeTable();
        }
        StandardHost streams = new StandardHost(Surroundings.ofProcess(), false);
        HttpServer server = server();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/file";
            String file = Files.createTempFile("openbits", ".rehearsal").toString();
            for (List<String> scene : SCENES) {
                List<String> words = new ArrayList<>(List.of(options));
                words.addAll(scene);
                words.addAll(List.of(url, file));
                play(words, streams);
            }
            play(List.of(options), streams);
            Files.delete(Path.of(file));
        } finally {
            server.stop(0);
        }
        load(MORE_CLASSES);
        if (options.length == 0) {
            administer(streams);
            play(List.of("service", "status", "--json"), streams);
            play(List.of("service", "stop"), streams);
        }
        System.exit(0); // what was rehearsed may have left threads, and the archive is written when the process ends
    }

    /** What this process reads of its commands, for those that come. */
    private static void writeTable() throws IOException {
        CmdletRegistry commands = new CmdletRegistry();
        CoreCmdlets.register(commands);
        BitsCmdlets.register(commands);
        CmdletTable.write(Path.of(System.getProperty("openbits.args"), CmdletTable.FILE_NAME), commands.all());
    }

    private static void play(List<String> words, StandardHost streams) {
        try {
            new Shell(ShellOptions.parse(words), conversation(words), streams).run();
        } catch (UsageException | RuntimeException failure) {
            // Only speed is at stake; the launcher keeps what is printed when asked to.
            streams.err().println(words + ": " + failure);
        }
    }

    /** Every switch, for the help; one look at the jobs, one at a job. */
    private static void administer(StandardHost streams) {
        try (BackgroundCopyManager manager = BackgroundCopyManager.connect()) {
            for (List<String> words : List.of(
                    List.of("/help"),
                    List.of("/create", "rehearsal"),
                    List.of("/list", "/verbose"),
                    List.of("/getstate", "rehearsal"),
                    List.of("/cancel", "rehearsal"))) {
                new BitsAdmin(() -> manager, streams.out(), 0, () -> false).run(words);
            }
        }
    }

    /** A prompt reads what the launcher pipes in as if it were typed. */
    private static Surroundings conversation(List<String> words) {
        return new Surroundings(words.isEmpty(), words.isEmpty(), true, 80, true);
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = new byte[64 * 1024];
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("ETag", "\"rehearsal\"");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }

    private static void load(List<String> names) {
        for (String name : names) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException | LinkageError absent) {
                System.err.println(name + ": " + absent);
            }
        }
    }
}
