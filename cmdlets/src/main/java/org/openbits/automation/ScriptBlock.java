package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of script that can be called: a PowerShell block or a Groovy closure. */
public interface ScriptBlock {

    /**
     * Runs it.
     *
     * @param dollarUnder what {@code $_} ({@code it}) is inside
     * @param args what {@code $args} (the parameters) are inside
     * @return everything it wrote
     * @throws CmdletException when it ends by an error
     */
    List<@Nullable Object> invoke(@Nullable Object dollarUnder, List<@Nullable Object> args);

    /** Runs it as a method of an object, which is {@code $this} inside. */
    default List<@Nullable Object> invokeOn(Object self, List<@Nullable Object> args) {
        return invoke(self, args);
    }

    /** Its source text, without the braces. */
    String text();

    /** Runs it and gives one value: null for nothing, the object for one, the list for many. */
    default @Nullable Object invokeSingle(@Nullable Object dollarUnder) {
        List<@Nullable Object> results = invoke(dollarUnder, List.of());
        return switch (results.size()) {
            case 0 -> null;
            case 1 -> results.get(0);
            default -> results;
        };
    }
}
