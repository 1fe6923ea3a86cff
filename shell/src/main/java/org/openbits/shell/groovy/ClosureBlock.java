package org.openbits.shell.groovy;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ScriptBlock;

/** A Groovy closure as a script block: {@code it}, or its first parameter, is the current object. */
final class ClosureBlock implements ScriptBlock {

    private final Closure<?> closure;
    private final String text;

    ClosureBlock(Closure<?> closure, String text) {
        this.closure = closure;
        this.text = text;
    }

    @Override
    public List<@Nullable Object> invoke(@Nullable Object dollarUnder, List<@Nullable Object> args) {
        List<@Nullable Object> given = new ArrayList<>();
        if (args.isEmpty() || closure.getMaximumNumberOfParameters() > args.size()) {
            given.add(dollarUnder);
        }
        given.addAll(args);
        int taken = Math.min(given.size(), closure.getMaximumNumberOfParameters());
        Object result = closure.call(given.subList(0, taken).toArray());
        List<@Nullable Object> written = new ArrayList<>();
        if (result instanceof List<?> many) {
            written.addAll(many);
        } else if (result != null) {
            written.add(result);
        }
        return written;
    }

    @Override
    public String text() {
        return text;
    }
}
