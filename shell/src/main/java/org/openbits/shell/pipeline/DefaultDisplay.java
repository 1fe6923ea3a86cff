package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Conversion;

/** Shows what a text leaves by {@code Out-Default}, which begins with the first object. */
final class DefaultDisplay implements OutputSink {

    private final Engine engine;
    private @Nullable Station station;

    DefaultDisplay(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void write(@Nullable Object value) {
        if (station == null) {
            CmdletInfo info = engine.commands().find("Out-Default");
            if (info == null) {
                engine.host().out().println(Conversion.toText(value));
                return;
            }
            boolean success = engine.succeeded();
            station = new CmdletStation(engine, info, info.name(), List.of(), null);
            station.begin();
            engine.succeeded(success);
        }
        station.process(value);
    }

    @Override
    public void close() {
        if (station != null) {
            station.end();
        }
        engine.host().out().flush();
    }
}
