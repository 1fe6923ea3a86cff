package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code New-Object System.Net.WebClient}. */
final class WebClientType implements Statics {

    private final Engine engine;

    WebClientType(Engine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable Object create(List<@Nullable Object> arguments) {
        return new WebClient(engine);
    }
}
