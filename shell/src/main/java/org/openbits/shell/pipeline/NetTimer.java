package org.openbits.shell.pipeline;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;

/** .NET's System.Timers.Timer. Public because scripts call it by name; its event comes on a thread of its own. */
public final class NetTimer implements EventSource {

    private final List<Consumer<CustomObject>> listeners = new CopyOnWriteArrayList<>();
    private double interval;
    private boolean autoReset = true;
    private volatile long generation;
    private volatile boolean enabled;

    NetTimer(double interval) {
        this.interval = interval;
    }

    public double getInterval() {
        return interval;
    }

    public void setInterval(double milliseconds) {
        interval = milliseconds;
    }

    public boolean getAutoReset() {
        return autoReset;
    }

    public void setAutoReset(boolean value) {
        autoReset = value;
    }

    public boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(boolean value) {
        if (value) {
            start();
        } else {
            stop();
        }
    }

    public void start() {
        enabled = true;
        generation++;
        schedule(generation);
    }

    public void stop() {
        enabled = false;
        generation++;
    }

    public void close() {
        stop();
    }

    public void dispose() {
        stop();
    }

    private void schedule(long mine) {
        new CompletableFuture<Boolean>()
                .completeOnTimeout(true, Math.max(1, (long) interval), TimeUnit.MILLISECONDS)
                .thenRun(() -> tick(mine));
    }

    private void tick(long mine) {
        if (!enabled || mine != generation) {
            return;
        }
        enabled = autoReset;
        CustomObject arguments =
                new CustomObject("System.Timers.ElapsedEventArgs").add("SignalTime", ZonedDateTime.now());
        listeners.forEach(each -> each.accept(arguments));
        if (autoReset) {
            schedule(mine);
        }
    }

    @Override
    public @Nullable Runnable listen(String event, Consumer<CustomObject> listener) {
        if (!event.equalsIgnoreCase("Elapsed")) {
            return null;
        }
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** {@code New-Object System.Timers.Timer}. */
    record Type() implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return new NetTimer(
                    arguments.isEmpty()
                            ? 100
                            : Conversion.toNumber(arguments.get(0)).doubleValue());
        }
    }
}
