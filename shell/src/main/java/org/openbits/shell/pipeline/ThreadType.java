package org.openbits.shell.pipeline;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code [System.Threading.Thread]}: nothing but Sleep, which a stop request ends. */
final class ThreadType implements Statics {

    private final Engine engine;

    ThreadType(Engine engine) {
        this.engine = engine;
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
