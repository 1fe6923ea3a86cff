package org.openbits.shell.groovy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;

/**
 * What a command gives back to Groovy: one object when its parameters can yield only one, else a list, which is never
 * null. Decided before looking at the results, so that a script does not change its shape with the data. Pure.
 */
final class Yield {

    /** Commands of these verbs look for things and may find any number. */
    private static final Set<String> MANY = Set.of(
            "get", "import", "select", "where", "sort", "group", "foreach", "compare", "resolve", "invoke", "find",
            "watch", "tee");

    /** Those of them that answer with one thing. */
    private static final Set<String> ONE = Set.of(
            "get-date",
            "get-random",
            "get-location",
            "get-credential",
            "get-host",
            "get-filehash",
            "get-bitstransferpolicy");

    /** A job of that identity, a file of that name. */
    private static final Set<String> IDENTITIES = Set.of("jobid", "id");

    private Yield() {}

    /** @return the only result or null when there can be one at most, else all of them */
    static @Nullable Object of(String command, List<Argument> arguments, List<@Nullable Object> results) {
        if (isMany(command.toLowerCase(Locale.ROOT), arguments)) {
            return results;
        }
        return switch (results.size()) {
            case 0 -> null;
            case 1 -> results.get(0);
            default -> results;
        };
    }

    private static boolean isMany(String command, List<Argument> arguments) {
        boolean identified = false;
        for (Argument argument : arguments) {
            if (argument.value() instanceof Collection<?>) {
                return true;
            }
            String name = argument.parameter();
            identified |= name != null && IDENTITIES.contains(name.toLowerCase(Locale.ROOT));
        }
        int dash = command.indexOf('-');
        if (dash < 0 || ONE.contains(command) || identified) {
            return false;
        }
        return MANY.contains(command.substring(0, dash));
    }
}
