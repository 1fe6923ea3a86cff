package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/**
 * What a script waits for: .NET's Mutex, Semaphore, ManualResetEvent and AutoResetEvent, and the end of work. Named ones are
 * shared by the sessions of this process. Public because scripts call it by name.
 */
public final class NetSignal {

    private static final Map<String, Semaphore> NAMED = new ConcurrentHashMap<>();

    private final Engine engine;
    private final Semaphore places;
    private final Kind kind;

    private enum Kind {
        MUTEX,
        SEMAPHORE,
        MANUAL,
        AUTO
    }

    private NetSignal(Engine engine, Kind kind, Semaphore places) {
        this.engine = engine;
        this.kind = kind;
        this.places = places;
    }

    /** One that stays set when the work has ended. */
    static NetSignal of(Engine engine, CompletableFuture<?> work) {
        NetSignal end = new NetSignal(engine, Kind.MANUAL, new Semaphore(0));
        work.whenComplete((value, failure) -> end.places.release());
        return end;
    }

    public boolean waitOne() {
        return waitOne(-1);
    }

    /** @param patience milliseconds or a time span; negative: without end */
    public boolean waitOne(Object patience) {
        boolean got = acquired(NetTask.millis(patience));
        if (got && kind == Kind.MANUAL) {
            places.release();
        }
        return got;
    }

    public boolean waitOne(Object patience, boolean exitContext) {
        return waitOne(patience);
    }

    /** In small steps, so that a stop of the script ends it. */
    private boolean acquired(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis));
        try {
            while (true) {
                long left = millis < 0 ? 100 : Math.min(100, (until - System.nanoTime()) / 1_000_000);
                if (places.tryAcquire(Math.max(0, left), TimeUnit.MILLISECONDS)) {
                    return true;
                }
                engine.checkStop();
                if (millis >= 0 && System.nanoTime() >= until) {
                    return false;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Signal.Stop();
        }
    }

    public boolean set() {
        if (places.availablePermits() == 0) {
            places.release();
        }
        return true;
    }

    public boolean reset() {
        places.drainPermits();
        return true;
    }

    public boolean getIsSet() {
        return places.availablePermits() > 0;
    }

    public void releaseMutex() {
        places.release();
    }

    /** Frees a place; gives how many were free before. */
    public int release() {
        int before = places.availablePermits();
        places.release();
        return before;
    }

    public int getCurrentCount() {
        return places.availablePermits();
    }

    public void close() {}

    public void dispose() {}

    /** The constructors. */
    record Type(Engine engine, String key) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean first = !arguments.isEmpty() && Conversion.isTrue(arguments.get(0));
            return switch (key) {
                case "mutex" -> mutex(first, arguments);
                case "semaphore", "semaphoreslim" ->
                    new NetSignal(engine, Kind.SEMAPHORE, new Semaphore(StaticTypes.number(arguments, 0)));
                case "manualresetevent", "manualreseteventslim" ->
                    new NetSignal(engine, Kind.MANUAL, new Semaphore(first ? 1 : 0));
                case "autoresetevent" -> new NetSignal(engine, Kind.AUTO, new Semaphore(first ? 1 : 0));
                default -> MISSING;
            };
        }

        private NetSignal mutex(boolean owned, List<@Nullable Object> arguments) {
            String name = StaticTypes.text(arguments, 1);
            Semaphore places =
                    name.isEmpty() ? new Semaphore(1) : NAMED.computeIfAbsent(name, each -> new Semaphore(1));
            boolean got = owned && places.tryAcquire();
            if (arguments.size() > 2 && arguments.get(2) instanceof Reference created) {
                created.setProperty("Value", !owned || got);
            }
            return new NetSignal(engine, Kind.MUTEX, places);
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (!method.equals("waitall") && !method.equals("waitany")) {
                return MISSING;
            }
            List<NetSignal> all = new ArrayList<>();
            Conversion.enumerate(arguments.get(0)).forEach(each -> {
                if (each instanceof NetSignal signal) {
                    all.add(signal);
                }
            });
            Object patience = arguments.size() > 1 && arguments.get(1) != null ? arguments.get(1) : -1;
            return method.equals("waitall")
                    ? all.stream().allMatch(each -> each.waitOne(patience))
                    : any(all, patience);
        }

        /** Looks at each in turn: a script has few of them. */
        private static int any(List<NetSignal> all, Object patience) {
            long millis = NetTask.millis(patience);
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis));
            while (!all.isEmpty() && (millis < 0 || System.nanoTime() < until)) {
                for (int index = 0; index < all.size(); index++) {
                    if (all.get(index).waitOne(5)) {
                        return index;
                    }
                }
            }
            return 258;
        }
    }
}
