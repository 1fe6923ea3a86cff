package org.openbits.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.PrivateDirectory;

/** Starts a server in a process of its own, which outlives its starter. Needs no part of the server to be loaded. */
public final class ServerProcess {

    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:MaxDirectMemorySize=192m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            // The second compiler takes only what is hot for long.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8");

    private static final long LONGEST_LOG = 1 << 20;
    private static final int LONGEST_REASON = 2_000;

    private ServerProcess() {}

    /**
     * Starts one and returns when it accepts connections. Its complaints go to {@code server.log} beside the service's log.
     *
     * @param options as {@code bits serve} takes them
     * @param secrets lines for its standard input
     * @throws IOException that says why it did not start
     */
    public static RunningServer start(List<String> options, List<String> secrets) throws IOException {
        Home home = Home.ofUser();
        PrivateDirectory.ensure(home.logs());
        Path log = home.logs().resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
            Files.delete(log);
        }
        long before = Files.exists(log) ? Files.size(log) : 0;
        List<String> command = command();
        command.addAll(options);
        command.add("--secrets-on-input");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader output =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String secret : secrets) {
                input.write(secret + "\n");
            }
            input.write("\n");
            input.flush();
            if (output.readLine() != null) { // it says so when it is ready
                return find(process.pid());
            }
        }
        end(process);
        throw new IOException(reason(log, before));
    }

    private static RunningServer find(long pid) throws IOException {
        for (RunningServer server : RunningServer.all()) {
            if (server.pid() == pid) {
                return server;
            }
        }
        throw new IOException("The server started and ended at once; its log is server.log beside the service's");
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Path log, long before) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(all.length, Math.max(before, all.length - LONGEST_REASON));
        String text = new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
        return text.isEmpty()
                ? "The server did not start; " + log + " may tell why"
                : text.replaceFirst("^bits serve: ", "");
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        // A session of its own: neither Ctrl-C at the prompt nor a closed terminal reaches it.
        for (String place : List.of("/usr/bin/setsid", "/bin/setsid")) {
            if (command.isEmpty() && Files.isExecutable(Path.of(place))) {
                command.add(place);
            }
        }
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(classPath());
        command.add("org.openbits.server.ServerMain");
        return command;
    }

    /** The launcher's argument file; else all jars of the distribution; else this process's own class path. */
    private static List<String> classPath() {
        String arguments = System.getProperty("openbits.args");
        if (arguments != null && Files.isReadable(Path.of(arguments, "server.args"))) {
            return List.of("@" + Path.of(arguments, "server.args"));
        }
        List<String> flags = new ArrayList<>(FLAGS);
        String lib = System.getProperty("openbits.lib");
        flags.add("-cp");
        flags.add(
                lib == null
                        ? System.getProperty("java.class.path", "")
                        : String.join(File.pathSeparator, lib + "/*", lib + "/log/*"));
        return flags;
    }
}
