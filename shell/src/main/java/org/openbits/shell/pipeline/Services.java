package org.openbits.shell.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What cmdlets of a session share; each is made when it is first asked for. Guarded by this: jobs ask, too. */
final class Services {

    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();
    private final Map<Class<?>, Object> made = new HashMap<>();

    /** Offers all of it to a session beside this one, but for what that has itself. */
    synchronized void offer(Services other) {
        for (Class<?> type : makers.keySet()) {
            other.makers.putIfAbsent(type, () -> get(type));
        }
    }

    synchronized <T> void provide(Class<T> type, Supplier<? extends T> maker) {
        makers.put(type, maker);
        made.remove(type);
    }

    synchronized <T> T get(Class<T> type) {
        Object service = made.get(type);
        if (service == null) {
            Supplier<?> maker = makers.get(type);
            if (maker == null) {
                throw new IllegalStateException("This session has no " + type.getSimpleName() + ".");
            }
            service = maker.get();
            made.put(type, service);
        }
        return type.cast(service);
    }
}
