package org.openbits.shell.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code System.Threading}: waiting, locks, counters that several threads change. */
final class ThreadingTypes {

    private ThreadingTypes() {}

    /** @param name the type in lower case, without its namespace */
    static @Nullable Statics find(Engine engine, String name) {
        return switch (name) {
            case "thread" -> new ThreadType(engine);
            case "tasks.task" -> new NetTask.Type(engine);
            case "mutex",
                    "semaphore",
                    "semaphoreslim",
                    "manualresetevent",
                    "manualreseteventslim",
                    "autoresetevent",
                    "waithandle" -> new NetSignal.Type(engine, name);
            case "interlocked" -> new Interlocked();
            case "monitor" -> new Monitor();
            case "cancellationtokensource" -> new Cancellations();
            case "cancellationtoken" -> new NoCancellation();
            case "apartmentstate" -> EnumType.counting("System.Threading.ApartmentState", "STA", "MTA", "Unknown");
            default -> null;
        };
    }

    /** Changes a variable by its {@code [ref]}, one thread at a time. */
    private static final class Interlocked implements Statics {

        private static final Object LOCK = new Object();

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (arguments.isEmpty() || !(arguments.get(0) instanceof Reference place)) {
                return MISSING;
            }
            synchronized (LOCK) {
                Object before = place.property("Value");
                Number number = before == null ? 0 : Conversion.toNumber(before);
                return switch (method) {
                    case "increment" -> put(place, Arithmetic.add(number, 1));
                    case "decrement" -> put(place, Arithmetic.subtract(number, 1));
                    case "add" -> put(place, Arithmetic.add(number, Conversion.toNumber(arguments.get(1))));
                    case "read" -> before;
                    case "exchange" -> {
                        put(place, arguments.get(1));
                        yield before;
                    }
                    default -> MISSING;
                };
            }
        }

        private static @Nullable Object put(Reference place, @Nullable Object value) {
            place.setProperty("Value", value);
            return value;
        }
    }

    /** A lock for any object. */
    private static final class Monitor implements Statics {

        private static final Map<Object, ReentrantLock> LOCKS = Collections.synchronizedMap(new WeakHashMap<>());

        /** Compared by what it is, not by what it holds. */
        private record Same(Object object) {
            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof Same same && same.object == object;
            }

            @Override
            public int hashCode() {
                return System.identityHashCode(object);
            }
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (arguments.isEmpty() || arguments.get(0) == null) {
                return MISSING;
            }
            ReentrantLock lock = LOCKS.computeIfAbsent(new Same(arguments.get(0)), each -> new ReentrantLock());
            switch (method) {
                case "enter" -> lock.lock();
                case "exit" -> lock.unlock();
                case "tryenter" -> {
                    return tried(lock, arguments);
                }
                default -> {
                    return MISSING;
                }
            }
            return null;
        }

        private static boolean tried(ReentrantLock lock, List<@Nullable Object> arguments) {
            Object patience = arguments.size() > 1 && arguments.get(1) != null ? arguments.get(1) : 0;
            try {
                return lock.tryLock(NetTask.millis(patience), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new Signal.Stop();
            }
        }
    }

    private static final class Cancellations implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            Cancellation source = new Cancellation();
            if (!arguments.isEmpty() && arguments.get(0) != null) {
                source.cancelAfter(arguments.get(0));
            }
            return source;
        }
    }

    private static final class NoCancellation implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.equals("none") ? new Cancellation().getToken() : MISSING;
        }
    }

    /** .NET's CancellationTokenSource and its token. Public because scripts call it by name. */
    public static final class Cancellation {

        private volatile boolean requested;

        public void cancel() {
            requested = true;
        }

        /** @param time milliseconds or a time span */
        public void cancelAfter(Object time) {
            new CompletableFuture<Boolean>()
                    .completeOnTimeout(true, NetTask.millis(time), TimeUnit.MILLISECONDS)
                    .thenRun(this::cancel);
        }

        public boolean getIsCancellationRequested() {
            return requested;
        }

        public Cancellation getToken() {
            return this;
        }

        public void throwIfCancellationRequested() {
            if (requested) {
                throw new NetException("System.OperationCanceledException", "The operation was canceled.", null);
            }
        }

        public void dispose() {}
    }
}
