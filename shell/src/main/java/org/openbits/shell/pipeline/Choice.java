package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Regexes;
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
        if (choice.file()) {
            lines(Conversion.toText(subject));
        } else {
            each(Conversion.enumerate(subject));
        }
    }

    private void lines(String name) {
        Path file = engine.directory().resolve(name);
        try {
            each(Scripts.text(Files.readAllBytes(file)).lines().toList());
        } catch (NoSuchFileException missing) {
            throw Failures.at(
                    choice.subject().span(),
                    new NetException(
                            "System.Management.Automation.ItemNotFoundException",
                            "Cannot find path '" + file + "' because it does not exist.",
                            missing),
                    "PathNotFound",
                    ErrorCategory.ObjectNotFound,
                    file.toString());
        } catch (IOException failure) {
            throw Failures.at(choice.subject().span(), failure, "FileReadError", ErrorCategory.ReadError, name);
        }
    }

    private void each(List<?> items) {
        for (Object item : items) {
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
