package org.openbits.internal.notify;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openbits.internal.queue.Notifier;

/**
 * Runs programs exactly as they were set: no shell, no search path, nothing added. At most four at a time; more wait. A
 * program gets a clean environment (what names the user, the language and the places of programs, and BITS_*), no input,
 * the root directory, and nobody reads its output. One that has not ended after an hour is ended.
 */
public final class CommandNotifier implements Notifier {

    private static final int AT_ONCE = 4;
    private static final Set<String> KEPT = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "TZ",
            "TMPDIR",
            "SystemRoot",
            "USERPROFILE",
            "TEMP",
            // A program that asks about its job must find this very service, and Java to ask with.
            "BITS_HOME",
            "JAVA_HOME",
            "XDG_RUNTIME_DIR",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME");

    private final ExecutorService threads;
    private final Duration limit;

    public CommandNotifier() {
        this(Duration.ofHours(1));
    }

    CommandNotifier(Duration limit) {
        this.limit = limit;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "bits-notify-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public CompletableFuture<Integer> run(List<String> command, Map<String, String> about) {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    exit.complete(runNow(command, about));
                } catch (IOException | InterruptedException | RuntimeException | Error e) {
                    exit.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            exit.completeExceptionally(new IOException("the queue is being closed", e));
        }
        return exit;
    }

    private int runNow(List<String> command, Map<String, String> about) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File(File.separator))
                .redirectInput(Redirect.from(nothing()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().putAll(about);
        Process process = builder.start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " did not end within " + limit.toMinutes() + " minutes");
        }
        return process.exitValue();
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
