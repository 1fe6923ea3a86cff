package org.openbits.shell.pipeline;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Culture;

/** {@code [System.Threading.Thread]}: Sleep, which a stop request ends, and the culture of this thread. */
final class ThreadType implements Statics {

    private final Engine engine;

    ThreadType(Engine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable Object get(String property) {
        return property.equals("currentthread") ? new Current() : MISSING;
    }

    /** The thread that runs the script. Public because scripts call it by name. */
    public static final class Current {

        Current() {}

        public Culture getCurrentCulture() {
            return Culture.current();
        }

        public void setCurrentCulture(Object culture) {
            Culture.current(CultureType.of(culture));
        }

        public Culture getCurrentUICulture() {
            return Culture.EN_US;
        }

        /** Messages are English whatever is asked for. */
        public void setCurrentUICulture(Object culture) {
            CultureType.of(culture);
        }

        public int getManagedThreadId() {
            return (int) Thread.currentThread().getId();
        }

        public String getName() {
            return Thread.currentThread().getName();
        }
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (!method.equals("sleep") || arguments.isEmpty()) {
            return MISSING;
        }
        long milliseconds = arguments.get(0) instanceof Duration span
                ? span.toMillis()
                : Conversion.toNumber(arguments.get(0)).longValue();
        engine.pause(Duration.ofMillis(milliseconds));
        return null;
    }
}
