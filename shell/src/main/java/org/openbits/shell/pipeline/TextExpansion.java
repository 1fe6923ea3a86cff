package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code $ExecutionContext.InvokeCommand}: texts as if they stood in double quotes. Public because scripts call it. */
public final class TextExpansion {

    private final Engine engine;

    TextExpansion(Engine engine) {
        this.engine = engine;
    }

    public String expandString(@Nullable Object text) {
        Block block = engine.types().block("@\"\n" + Conversion.toText(text) + "\n\"@");
        return Conversion.toText(Expressions.single(engine.collect(block.body().statements())));
    }
}
