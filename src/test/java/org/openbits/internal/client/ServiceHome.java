package org.openbits.internal.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbits.BackgroundCopyManager;
import org.openbits.internal.home.Home;

/**
 * A home with a short path, in which real service processes are started from the class path of the tests. Closing it ends
 * the service and prints its log when the test wants to know.
 */
public final class ServiceHome implements AutoCloseable {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    public ServiceHome() {
        try {
            directory = Files.createTempDirectory("bits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a variable of the service's environment. */
    public ServiceHome with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Path directory() {
        return directory;
    }

    public Home home() {
        return Home.below(directory);
    }

    /** A client of its own; starts the service when there is none. */
    public BackgroundCopyManager connect() {
        return ServiceManagerProvider.open(ServiceManagerProvider.activation(directory, environment));
    }

    public ServiceControl control() {
        return ServiceControl.of(directory, environment);
    }

    /** The process that serves now; there must be one. */
    public ProcessHandle process() {
        return ProcessHandle.of(control().status().pid()).orElseThrow();
    }

    /** Ends the service as a power cut would; it gets no chance to do anything. */
    public void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        try {
            process.onExit().get(2, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service wrote down. */
    public String log() {
        try {
            return Files.readString(home().logs().resolve("bitsd.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        control().stop();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
                    if (trouble instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw trouble;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path done, IOException trouble) throws IOException {
                    Files.deleteIfExists(done);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
