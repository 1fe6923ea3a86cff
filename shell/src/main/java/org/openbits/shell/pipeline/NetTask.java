package org.openbits.shell.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Methods;

/** .NET's Task: work that goes on beside the script. Public because scripts call it by name. */
public final class NetTask implements Methods {

    private final Engine engine;
    private final CompletableFuture<? extends @Nullable Object> work;

    NetTask(Engine engine, CompletableFuture<? extends @Nullable Object> work) {
        this.engine = engine;
        this.work = work;
    }

    CompletableFuture<? extends @Nullable Object> work() {
        return work;
    }

    /** Waits for the end; a failure is an AggregateException, as a property of .NET throws it. */
    public @Nullable Object getResult() {
        RuntimeException failure = failure();
        if (failure == null) {
            return work.getNow(null);
        }
        NetException all = aggregate(failure);
        throw new NetException(
                "System.Management.Automation.GetValueInvocationException",
                "Exception getting \"Result\": \"" + all.getMessage() + "\"",
                all);
    }

    public Awaiter getAwaiter() {
        return new Awaiter(this);
    }

    public NetTask configureAwait(boolean ignored) {
        return this;
    }

    /** What {@code GetAwaiter()} gives: its result throws the failure itself. */
    public static final class Awaiter {
        private final NetTask task;

        Awaiter(NetTask task) {
            this.task = task;
        }

        public @Nullable Object getResult() {
            RuntimeException failure = task.failure();
            if (failure != null) {
                throw failure;
            }
            return task.work.getNow(null);
        }

        public boolean getIsCompleted() {
            return task.getIsCompleted();
        }
    }

    /** {@code Wait} has a name that Java keeps for itself. */
    @Override
    public boolean answers(String method, List<? extends @Nullable Object> arguments) {
        return method.equalsIgnoreCase("Wait");
    }

    @Override
    public @Nullable Object invoke(String method, List<? extends @Nullable Object> arguments) {
        boolean ended = waitFor(arguments.isEmpty() ? null : arguments.get(0));
        return arguments.isEmpty() ? List.of() : ended;
    }

    @Override
    public boolean hasProperty(String name) {
        return false;
    }

    @Override
    public List<String> methodNames() {
        return List.of("Wait");
    }

    /**
     * False when the time was over first.
     *
     * @param patience milliseconds or a time span; null or negative: without end
     */
    private boolean waitFor(@Nullable Object patience) {
        long millis = patience == null ? -1 : millis(patience);
        if (millis >= 0 && !ends(millis)) {
            return false;
        }
        RuntimeException failure = failure();
        if (failure != null) {
            throw aggregate(failure);
        }
        return true;
    }

    /** Milliseconds, given as a number or as a time span. */
    static long millis(Object time) {
        return time instanceof Duration span
                ? span.toMillis()
                : Conversion.toNumber(time).longValue();
    }

    private boolean ends(long millis) {
        try {
            work.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException over) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | CancellationException failed) {
            return true;
        }
    }

    public boolean getIsCompleted() {
        return work.isDone();
    }

    public boolean getIsFaulted() {
        return work.isCompletedExceptionally() && !work.isCancelled();
    }

    public boolean getIsCanceled() {
        return work.isCancelled();
    }

    public String getStatus() {
        return !work.isDone()
                ? "Running"
                : getIsCanceled() ? "Canceled" : getIsFaulted() ? "Faulted" : "RanToCompletion";
    }

    public @Nullable Object getException() {
        RuntimeException failure = work.isDone() ? failure() : null;
        return failure == null ? null : aggregate(failure);
    }

    public void dispose() {}

    private static NetException aggregate(RuntimeException failure) {
        return new NetException(
                "System.AggregateException", "One or more errors occurred. (" + failure.getMessage() + ")", failure);
    }

    /** Waits, unless it ended already; null when it went well. */
    private @Nullable RuntimeException failure() {
        if (!work.isDone()) {
            engine.stoppable(
                    () -> work.cancel(true),
                    () -> work.handle((value, failed) -> "").join());
            engine.checkStop();
        }
        try {
            work.getNow(null);
            return null;
        } catch (CancellationException cancelled) {
            return new NetException("System.Threading.Tasks.TaskCanceledException", "A task was canceled.", cancelled);
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause();
            return cause instanceof RuntimeException known ? known : new RuntimeFailure(String.valueOf(cause), failed);
        }
    }

    /** {@code [System.Threading.Tasks.Task]}. */
    record Type(Engine engine) implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return switch (method) {
                case "delay" -> new NetTask(engine, delay(arguments.get(0)));
                case "whenall" -> new NetTask(engine, CompletableFuture.allOf(all(arguments)));
                case "waitall" -> {
                    boolean limited = arguments.size() > 1 && arguments.get(1) instanceof Number;
                    NetTask whole = new NetTask(engine, CompletableFuture.allOf(all(arguments)));
                    boolean ended = whole.waitFor(limited ? arguments.get(1) : null);
                    yield limited ? ended : null;
                }
                case "waitany" -> {
                    CompletableFuture<?>[] tasks = all(arguments);
                    new NetTask(engine, CompletableFuture.anyOf(tasks)).failure();
                    int done = 0;
                    while (!tasks[done].isDone()) {
                        done++;
                    }
                    yield done;
                }
                case "fromresult" -> new NetTask(engine, CompletableFuture.completedFuture(arguments.get(0)));
                default -> MISSING;
            };
        }

        private static CompletableFuture<@Nullable Object> delay(@Nullable Object time) {
            return new CompletableFuture<@Nullable Object>()
                    .completeOnTimeout(null, time == null ? 0 : millis(time), TimeUnit.MILLISECONDS);
        }

        private static CompletableFuture<?>[] all(List<@Nullable Object> arguments) {
            return Conversion.enumerate(arguments.get(0)).stream()
                    .filter(NetTask.class::isInstance)
                    .map(each -> ((NetTask) each).work())
                    .toArray(CompletableFuture<?>[]::new);
        }
    }
}
