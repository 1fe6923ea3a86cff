package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Members;
import org.openbits.automation.Shaped;
import org.openbits.cmdlets.core.display.ValueText;

/** Writes objects as the lines of a CSV text. */
final class CsvText {

    /** Which fields stand in quotes. */
    enum Quotes {
        ALWAYS,
        ASNEEDED,
        NEVER
    }

    private final char delimiter;
    private final Quotes quotes;
    private final boolean withType;
    private final boolean withoutHeader;
    private List<String> columns = List.of();

    CsvText(char delimiter, Quotes quotes, boolean withType, boolean withoutHeader) {
        this.delimiter = delimiter;
        this.quotes = quotes;
        this.withType = withType;
        this.withoutHeader = withoutHeader;
    }

    /** Takes the columns of a file that is there already: no further header is written. */
    void continueWith(List<String> existing) {
        columns = List.copyOf(existing);
    }

    /** The lines for one object: before the first stand the type, when asked for, and the header. */
    List<String> lines(Object value) {
        Object read = value instanceof Shaped shaped ? Members.snapshot(shaped) : value;
        List<String> lines = new ArrayList<>();
        if (columns.isEmpty()) {
            columns = names(read);
            if (withType) {
                lines.add("#TYPE " + Members.typeName(value));
            }
            if (!withoutHeader) {
                lines.add(line(columns));
            }
        }
        List<@Nullable String> fields = new ArrayList<>();
        for (String column : columns) {
            Object field = Members.has(read, column) ? Members.getOrNull(read, column) : null;
            fields.add(field == null ? null : text(field));
        }
        lines.add(line(fields));
        return lines;
    }

    private static List<String> names(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Members.names(value);
        }
        return map.keySet().stream().map(Conversion::toText).toList();
    }

    private static String text(Object field) {
        return Conversion.isMany(field) || field instanceof Map ? Members.typeName(field) : ValueText.of(field);
    }

    private String line(List<? extends @Nullable String> fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            line.append(i == 0 ? "" : String.valueOf(delimiter)).append(field == null ? "" : quoted(field));
        }
        return line.toString();
    }

    private String quoted(String field) {
        boolean needed = field.indexOf(delimiter) >= 0 || field.indexOf('"') >= 0 || field.indexOf('\n') >= 0;
        if (quotes == Quotes.NEVER || quotes == Quotes.ASNEEDED && !needed) {
            return field;
        }
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
