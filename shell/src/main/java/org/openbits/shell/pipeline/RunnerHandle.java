package org.openbits.shell.pipeline;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** .NET's IAsyncResult of a {@link ScriptRunner}. Public because scripts call it by name. */
public final class RunnerHandle {

    private final Engine caller;
    private final CompletableFuture<List<@Nullable Object>> work;

    RunnerHandle(Engine caller, CompletableFuture<List<@Nullable Object>> work) {
        this.caller = caller;
        this.work = work;
    }

    public boolean getIsCompleted() {
        return work.isDone();
    }

    /** Something to wait for. */
    public NetSignal getAsyncWaitHandle() {
        return NetSignal.of(caller, work);
    }

    /** What it wrote, after waiting for its end. */
    List<@Nullable Object> result() {
        caller.stoppable(
                () -> work.cancel(true),
                () -> work.handle((value, failed) -> "").join());
        caller.checkStop();
        try {
            return work.join();
        } catch (CancellationException stopped) {
            throw new Signal.Stop();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }
}
