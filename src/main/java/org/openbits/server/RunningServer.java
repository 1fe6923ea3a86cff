package org.openbits.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.PrivateDirectory;

/**
 * A server process of this user, as it says of itself in a file {@code servers/PID} of the runtime directory. Needs no part
 * of the server to be loaded.
 *
 * @param pid of the process
 * @param url of the root
 * @param directory that it serves
 * @param allowUpload whether it takes files
 */
public record RunningServer(long pid, URI url, Path directory, boolean allowUpload) {

    private static final long SECONDS_TO_END = 15;

    /** The servers that run, the oldest first. */
    public static List<RunningServer> all() throws IOException {
        List<RunningServer> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(room(), "[0-9]*")) {
            for (Path file : files) {
                RunningServer server = read(file);
                if (server != null) {
                    found.add(server);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        found.sort(Comparator.comparingLong(RunningServer::pid));
        return found;
    }

    /** What a file says; null, and the file goes, when its process has ended without a word. */
    private static @Nullable RunningServer read(Path file) throws IOException {
        Properties facts = new Properties();
        try {
            facts.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return null;
        }
        long pid = Long.parseLong(String.valueOf(file.getFileName()));
        String url = facts.getProperty("url");
        String directory = facts.getProperty("directory");
        if (url == null || directory == null || !started(pid).equals(facts.getProperty("started"))) {
            Files.deleteIfExists(file);
            return null;
        }
        return new RunningServer(
                pid, URI.create(url), Path.of(directory), Boolean.parseBoolean(facts.getProperty("allowUpload")));
    }

    /** When a process began: its number may be another's one day. */
    private static String started(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(Object::toString)
                .orElse("");
    }

    static RunningServer register(Path directory, URI url, boolean allowUpload) throws IOException {
        RunningServer self = new RunningServer(ProcessHandle.current().pid(), url, directory, allowUpload);
        PrivateDirectory.ensure(Home.ofUser().runtime());
        PrivateDirectory.ensure(room());
        Properties facts = new Properties();
        facts.setProperty("url", url.toString());
        facts.setProperty("directory", directory.toString());
        facts.setProperty("allowUpload", Boolean.toString(allowUpload));
        facts.setProperty("started", started(self.pid));
        StringWriter text = new StringWriter();
        facts.store(text, null);
        Path next = room().resolve("new-" + self.pid);
        Files.writeString(next, text.toString());
        Files.move(next, self.file(), StandardCopyOption.ATOMIC_MOVE);
        return self;
    }

    void unregister() throws IOException {
        Files.deleteIfExists(file());
    }

    /**
     * Ends the process and returns when it has ended; unfinished uploads stay for the next server of the directory.
     *
     * @throws IOException when it does not end
     */
    public void stop() throws IOException {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            unregister();
            return;
        }
        process.destroy();
        if (!hasEnded(process)) {
            process.destroyForcibly();
            if (!hasEnded(process)) {
                throw new IOException("The server of " + directory + ", process " + pid + ", does not end");
            }
        }
        unregister();
    }

    private static boolean hasEnded(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private Path file() {
        return room().resolve(Long.toString(pid));
    }

    private static Path room() {
        return Home.ofUser().runtime().resolve("servers");
    }
}
