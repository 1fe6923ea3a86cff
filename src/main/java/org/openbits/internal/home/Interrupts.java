package org.openbits.internal.home;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C without a terminal library: the JDK has signals only in a class of its own, so it is found by reflection. */
public final class Interrupts {

    private static final int INTERRUPTED = 130;

    private Interrupts() {}

    /**
     * Runs {@code stop} at the first Ctrl-C; the second ends the process. Does nothing on a Java without signals, where
     * Ctrl-C ends the process at once. Returns before it is arranged, because that takes a while and a process that
     * starts has nothing to undo: a Ctrl-C in these milliseconds ends it.
     */
    public static void onFirst(Runnable stop) {
        AtomicBoolean isSecond = new AtomicBoolean();
        Thread thread = new Thread(
                () -> onEach(() -> {
                    if (isSecond.getAndSet(true)) {
                        Runtime.getRuntime().halt(INTERRUPTED);
                    }
                    stop.run();
                }),
                "interrupts");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs {@code stop} at each Ctrl-C, none of which ends the process any more. Does nothing on a Java without signals. */
    public static void onEach(Runnable stop) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                stop.run();
                return null;
            }
            return method.getName().equals("equals")
                    ? (Object) (proxy == arguments[0])
                    : method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : "Ctrl-C";
        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> receiver = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            Object proxy = Proxy.newProxyInstance(receiver.getClassLoader(), new Class<?>[] {receiver}, handler);
            signal.getMethod("handle", signal, receiver).invoke(null, interrupt, proxy);
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            // Ctrl-C ends the process, as it does without us.
            return;
        }
    }
}
