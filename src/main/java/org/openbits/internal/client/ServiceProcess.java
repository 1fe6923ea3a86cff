package org.openbits.internal.client;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.PrivateDirectory;

/** Starts service processes of one home. What they print, which is little, goes to {@code bitsd.out} beside the log. */
final class ServiceProcess {

    private static final long LONGEST_OUTPUT = 256 * 1024;
    private static final int TAIL = 2000;

    private final Home home;
    private final @Nullable Path bitsHome;
    private final Map<String, String> environment;

    /**
     * @param bitsHome the home to serve when it is not this user's own, or null
     * @param environment of the caller
     */
    ServiceProcess(Home home, @Nullable Path bitsHome, Map<String, String> environment) {
        this.home = home;
        this.bitsHome = bitsHome;
        this.environment = environment;
    }

    /** Starts one; returns before it is ready. */
    Process start() throws IOException {
        PrivateDirectory.create(home.logs());
        File output = output().toFile();
        if (output.length() > LONGEST_OUTPUT) {
            Files.delete(output.toPath());
        }
        ServiceCommand command = ServiceCommand.of(System::getProperty, environment, bitsHome, home);
        ProcessBuilder builder = new ProcessBuilder(command.command())
                .directory(new File("/"))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    /** The end of what services printed. */
    String tail() {
        try (RandomAccessFile file = new RandomAccessFile(output().toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "(" + output() + " cannot be read)";
        }
    }

    private Path output() {
        return home.logs().resolve("bitsd.out");
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }
}
