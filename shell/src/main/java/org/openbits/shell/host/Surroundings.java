package org.openbits.shell.host;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the process stands in. Java cannot tell which of its streams are terminals, so the launcher looks and says it in
 * the properties {@code openbits.terminals} (the numbers of those that are) and {@code openbits.columns}.
 *
 * @param input whether standard input is a terminal
 * @param output whether standard output is one
 * @param messages whether standard error is one
 * @param columns the width of the display
 * @param colours whether colours are wanted: {@code NO_COLOR} is not set and the terminal is no dumb one
 */
public record Surroundings(boolean input, boolean output, boolean messages, int columns, boolean colours) {

    private static final int USUAL_COLUMNS = 120;

    /** Of this process. */
    public static Surroundings ofProcess() {
        return of(System::getProperty, System.getenv());
    }

    static Surroundings of(UnaryOperator<@Nullable String> property, Map<String, String> environment) {
        String terminals = property.apply("openbits.terminals");
        String found = terminals == null ? "" : terminals;
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Surroundings(
                found.contains("0"),
                found.contains("1"),
                found.contains("2"),
                columns(property.apply("openbits.columns")),
                !plain);
    }

    /** Whether a prompt can be shown: both ends of the conversation are terminals. */
    public boolean isConversation() {
        return input && output;
    }

    private static int columns(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 5 || !text.chars().allMatch(Character::isDigit)) {
            return USUAL_COLUMNS;
        }
        int columns = Integer.parseInt(text);
        return columns == 0 ? USUAL_COLUMNS : columns;
    }
}
