package org.openbits.shell.pipeline;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.shell.language.Body;
import org.openbits.shell.language.Statement;

/** One run of a {@code switch}: every label that fits runs, in order, for each element of the subject. */
final class Choice {

    private final Engine engine;
    private final Statement.Switch choice;
    private final Consumer<Body> runner;

    Choice(Engine engine, Statement.Switch choice, Consumer<Body> runner) {
        this.engine = engine;
        this.choice = choice;
        this.runner = runner;
    }

    void run() {
        Object subject = engine.expressions().value(choice.subject());
        for (Object item : Conversion.enumerate(subject)) {
            try {
                engine.checkStop();
                Block.withDollarUnder(engine, item, () -> judge(item));
            } catch (Signal.Loop signal) {
                if (!signal.isFor(choice.label())) {
                    throw signal;
                }
                if (signal.isBreak) {
                    return;
                }
            }
        }
    }

    private void judge(@Nullable Object item) {
        boolean any = false;
        for (Statement.Switch.Clause clause : choice.clauses()) {
            if (fits(item, clause)) {
                any = true;
                runner.accept(clause.body());
            }
        }
        if (!any && choice.otherwise() != null) {
            runner.accept(choice.otherwise());
        }
    }

    private boolean fits(@Nullable Object item, Statement.Switch.Clause clause) {
        Object label = engine.expressions().value(clause.label());
        if (label instanceof Block test) {
            return Conversion.isTrue(test.invokeSingle(item));
        }
        boolean caseSensitive = choice.caseSensitive();
        return switch (choice.matching()) {
            case EXACT -> Conversion.equal(item, label, caseSensitive);
            case WILDCARD ->
                Conversion.wildcard(Conversion.toText(label), caseSensitive).test(Conversion.toText(item));
            case REGEX -> matches(Conversion.toText(item), Conversion.toText(label), caseSensitive);
        };
    }

    private boolean matches(String text, String regex, boolean caseSensitive) {
        Matcher matcher =
                engine.operators().regexes().compile(regex, caseSensitive).matcher(text);
        boolean found = matcher.find();
        if (found) {
            engine.scope().set("Matches", Regexes.matches(matcher));
        }
        return found;
    }
}
