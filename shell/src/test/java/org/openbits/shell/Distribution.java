package org.openbits.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged distribution, run as real processes with a home of its own. Closing it ends those processes and removes the
 * home.
 */
final class Distribution implements AutoCloseable {

    private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*(\\d+)");

    private final Path dist =
            Path.of(System.getProperty("openbits.dist", "target/dist")).toAbsolutePath();
    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    /** With a fresh home; its path is short, because a socket lives below it. */
    static Distribution fresh() {
        try {
            return new Distribution(Files.createTempDirectory(Path.of("/tmp"), "obits"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process left behind. */
    record Result(int exitCode, String out, String err) {

        /** Both streams, for messages. */
        @Override
        public String toString() {
            return "exit code " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
        }
    }

    /** Runs {@code bits ARGUMENTS} in {@code directory} with an empty standard input. */
    Result bits(Path directory, String... arguments) {
        return run(directory, "", bitsCommand(arguments));
    }

    /** Runs {@code bits -c COMMANDS}. */
    Result command(Path directory, String commands) {
        return bits(directory, "-c", commands);
    }

    /** Runs any program with this home, with that standard input; at most five minutes. */
    Result run(Path directory, String input, List<String> command) {
        try {
            Process process = start(directory, command);
            CompletableFuture<String> out = drain(process.getInputStream());
            CompletableFuture<String> err = drain(process.getErrorStream());
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The program did not want to read it.
            }
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("no end after five minutes: " + command + "\n" + out.get() + err.get());
            }
            return new Result(process.exitValue(), out.get(), err.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a program with this home. */
    Process start(Path directory, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("BITS_HOME", home.toString());
        environment.put("NO_COLOR", "1");
        return builder.start();
    }

    /** The command line of {@code bits ARGUMENTS}. */
    List<String> bitsCommand(String... arguments) {
        List<String> command = new ArrayList<>(List.of(dist.resolve("bin/bits").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a line of bash, in which {@code $BITS} is the program. */
    Result bash(String line) {
        String program = dist.resolve("bin/bits").toString();
        return run(home, "", List.of("bash", "-c", "BITS='" + program + "'; " + line));
    }

    /** The directory of the programs and jars. */
    Path place() {
        return dist;
    }

    /** The directory of jars. */
    Path lib() {
        return dist.resolve("lib");
    }

    Path home() {
        return home;
    }

    /** The service's process id, or -1 when none runs. */
    long servicePid() {
        Matcher pid = PID.matcher(bits(home, "service", "status", "--json").out());
        return pid.find() ? Long.parseLong(pid.group(1)) : -1;
    }

    /** Ends the service as a power cut would, when it runs. */
    void killService() {
        long pid = servicePid();
        if (pid > 0) {
            ProcessHandle.of(pid).ifPresent(service -> {
                service.destroyForcibly();
                service.onExit().join();
            });
        }
    }

    /** Ends the processes of this home; a shell among them that is about to end would start a service anew. */
    private void killAll() {
        String wanted = "BITS_HOME=" + home + "\0";
        List<ProcessHandle> found;
        do {
            found = ProcessHandle.allProcesses()
                    .filter(process -> environment(process).contains(wanted))
                    .toList();
            found.forEach(ProcessHandle::destroyForcibly);
            found.forEach(process -> process.onExit().join());
        } while (!found.isEmpty());
    }

    /** Empty where the system does not tell, or the process has gone. */
    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        killService();
        killAll();
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompletableFuture<String> drain(java.io.InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
