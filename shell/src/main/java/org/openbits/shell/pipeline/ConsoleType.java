package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Formats;

/** {@code [Console]}. */
final class ConsoleType implements Statics {

    private final Engine engine;

    ConsoleType(Engine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable Object get(String property) {
        return switch (property) {
            case "windowwidth", "bufferwidth" -> engine.host().width();
            case "isoutputredirected", "isinputredirected" -> !engine.host().isInteractive();
            case "out" -> new ConsoleStream(engine.host().out());
            case "error" -> new ConsoleStream(engine.host().err());
            case "outputencoding", "inputencoding" -> TextEncoding.usual();
            default -> MISSING;
        };
    }

    @Override
    public boolean set(String property, @Nullable Object value) {
        return property.endsWith("encoding") || property.endsWith("color") || property.equals("title");
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        String text = arguments.size() > 1
                ? Formats.composite(StaticTypes.text(arguments, 0), arguments.subList(1, arguments.size()))
                : StaticTypes.text(arguments, 0);
        switch (method) {
            case "writeline" -> engine.host().out().println(text);
            case "write" -> engine.host().out().print(text);
            case "readline" -> {
                return engine.host().readLine("");
            }
            default -> {
                return MISSING;
            }
        }
        engine.host().out().flush();
        return null;
    }
}
