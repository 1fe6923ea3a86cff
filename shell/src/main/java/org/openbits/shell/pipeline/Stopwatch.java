package org.openbits.shell.pipeline;

import java.time.Duration;

/** .NET's Stopwatch. Public because scripts call it by name. */
public final class Stopwatch {

    private long before;
    private long started = -1;

    Stopwatch() {}

    public void start() {
        if (started < 0) {
            started = System.nanoTime();
        }
    }

    public void stop() {
        before = nanoseconds();
        started = -1;
    }

    public void reset() {
        before = 0;
        started = -1;
    }

    public void restart() {
        reset();
        start();
    }

    public boolean isRunning() {
        return started >= 0;
    }

    private long nanoseconds() {
        return started < 0 ? before : before + System.nanoTime() - started;
    }

    public Duration getElapsed() {
        return Duration.ofNanos(nanoseconds());
    }

    public long getElapsedMilliseconds() {
        return nanoseconds() / 1_000_000;
    }

    public long getElapsedTicks() {
        return nanoseconds() / 100;
    }
}
