package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Conversion;
import org.openbits.automation.StopUpstream;
import org.openbits.shell.language.Source;
import org.openbits.shell.language.Span;

/** Calls of one command from Java or Groovy, with values instead of text. */
final class Calls {

    private Calls() {}

    /** Runs a command by name and gives what it writes. */
    static List<@Nullable Object> call(
            Engine engine, String name, List<Argument> arguments, @Nullable Iterable<?> input) {
        Span nowhere = new Span(new Source("", name), 0, name.length());
        CommandFinder.Found found = engine.finder().require(name, nowhere);
        List<@Nullable Object> results = new ArrayList<>();
        StationMaker maker = new StationMaker(engine);
        Station station = found.isProgram()
                ? maker.program(found, words(arguments), input != null, false)
                : maker.make(found, name, false, arguments, null);
        station.leadTo(results::add);
        try {
            engine.succeeded(true);
            engine.stoppable(station::stop, () -> run(station, input));
        } finally {
            station.close();
        }
        return results;
    }

    private static void run(Station station, @Nullable Iterable<?> input) {
        try {
            station.begin();
            if (input == null) {
                station.processNothing();
            } else {
                input.forEach(station::process);
            }
        } catch (StopUpstream enough) {
            if (!station.is(enough.thrower())) {
                throw enough;
            }
        }
        station.end();
    }

    private static List<String> words(List<Argument> arguments) {
        List<String> words = new ArrayList<>();
        for (Argument argument : arguments) {
            if (argument.parameter() != null) {
                words.add("-" + argument.parameter());
            }
            if (argument.hasValue()) {
                words.add(Conversion.toText(argument.value()));
            }
        }
        return words;
    }
}
