package org.openbits.shell.pipeline;

import java.util.Locale;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.InvocationInfo;
import org.openbits.automation.Members;

/** An error as people read it: the message, the place with a line of waves under it, the category and the id. */
final class ErrorView {

    private static final int LONGEST_LINE = 120;

    private ErrorView() {}

    static String of(ErrorRecord record) {
        InvocationInfo place = record.invocation();
        StringBuilder text = new StringBuilder();
        if (place != null && !place.commandName().isEmpty()) {
            text.append(place.commandName()).append(" : ");
        }
        text.append(record.message());
        if (place != null) {
            appendPlace(text, place);
        }
        text.append("\n    + CategoryInfo          : ").append(category(record, place));
        return text.append("\n    + FullyQualifiedErrorId : ")
                .append(record.fullyQualifiedErrorId())
                .toString();
    }

    private static void appendPlace(StringBuilder text, InvocationInfo place) {
        text.append("\nAt ").append(place.script() == null ? "line" : place.script());
        text.append(':').append(place.line()).append(" char:").append(place.column());
        String line = place.lineText().replace('\t', ' ');
        int start = Math.min(place.column() - 1, line.length());
        int from = Math.max(0, start - LONGEST_LINE / 2);
        String shown = line.substring(from, Math.min(line.length(), from + LONGEST_LINE));
        int waves = Math.min(place.length(), shown.length() - (start - from));
        text.append("\n+ ").append(shown);
        text.append("\n+ ").append(" ".repeat(start - from)).append("~".repeat(Math.max(1, waves)));
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
