package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openbits.automation.Cells;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.InvocationInfo;
import org.openbits.automation.Members;

/** An error as people read it: the message, the place with a line of waves under it, the category and the id. */
final class ErrorView {

    /** What is shown of a line of a script where nobody says how wide the display is. */
    private static final int LONGEST_LINE = 120;

    private static final int LEAST_WIDTH = 40;
    private static final String CATEGORY = "    + CategoryInfo          : ";
    private static final String ID = "    + FullyQualifiedErrorId : ";

    private ErrorView() {}

    /** For files and programs: no line is broken. */
    static String of(ErrorRecord record) {
        return of(record, Integer.MAX_VALUE);
    }

    /** For a display of that many columns: lines are broken at blanks. */
    static String of(ErrorRecord record, int columns) {
        int width = Math.max(LEAST_WIDTH, columns);
        InvocationInfo place = record.invocation();
        String command = place == null || place.commandName().isEmpty() ? "" : place.commandName() + " : ";
        List<String> lines = new ArrayList<>(Cells.wrap(command + record.message(), width));
        if (place != null) {
            lines.add("At " + (place.script() == null ? "line" : place.script()) + ":" + place.line() + " char:"
                    + place.column());
            Excerpt excerpt =
                    Excerpt.of(place.lineText(), place.column() - 1, place.length(), Math.min(LONGEST_LINE, width - 2));
            lines.add("+ " + excerpt.line());
            lines.add("+ " + excerpt.waves());
        }
        String title = CATEGORY;
        for (String line : Cells.wrap(category(record, place), width - title.length())) {
            lines.add(title + line);
            title = " ".repeat(CATEGORY.length());
        }
        // One word, which people copy.
        lines.add(ID + record.fullyQualifiedErrorId());
        return String.join("\n", lines);
    }

    private static String category(ErrorRecord record, @org.jspecify.annotations.Nullable InvocationInfo place) {
        Object target = record.target();
        String name = target == null ? "" : shortened(org.openbits.automation.Conversion.toText(target));
        String type = target == null ? "" : Members.typeName(target);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String activity = place == null || place.commandName().isEmpty() ? "" : " [" + place.commandName() + "],";
        return String.format(
                Locale.ROOT,
                "%s: (%s:%s)%s %s",
                record.category(),
                name,
                simple,
                activity.isEmpty() ? " []," : activity,
                record.reason());
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= 40 ? line : line.substring(0, 18) + "..." + line.substring(line.length() - 19);
    }
}
