package org.openbits.cmdlets.core.display;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cells;
import org.openbits.automation.Conversion;

/**
 * One property of each object, side by side in columns.
 *
 * @param property null: the name of the object, or its text when it has none
 * @param columns how many, or 0 for as many as the widest value allows
 */
public record WideView(
        @Nullable PropertyExpression property,
        int columns,
        @Nullable Grouping grouping) implements View {

    /** A view as {@code Format-Wide} asks for it. */
    public static WideView of(@Nullable PropertyExpression property, int columns, @Nullable Object groupBy) {
        return new WideView(property, columns, Grouping.by(groupBy));
    }

    @Override
    public boolean namesNoProperty() {
        return property == null;
    }

    @Override
    public Section open(Page page) {
        return new Rows(page);
    }

    private String text(Object value) {
        if (property != null) {
            return Column.of(property).text(property.value(value));
        }
        PropertyExpression name = PropertyExpression.named("Name");
        return PropertyExpression.has(value, "Name") ? ValueText.of(name.value(value)) : Conversion.toText(value);
    }

    private final class Rows implements Section {
        private final Page page;
        private final List<String> held = new ArrayList<>();

        Rows(Page page) {
            this.page = page;
        }

        @Override
        public void add(Object value) {
            held.add(text(value));
            if (columns > 0 && held.size() == columns) {
                flush();
            }
        }

        @Override
        public void aside(String line) {
            flush();
            page.line(line);
        }

        @Override
        public void flush() {
            if (held.isEmpty()) {
                return;
            }
            int across = columns > 0 ? columns : fitting();
            int cell = Math.max(1, (page.width() - across + 1) / across);
            for (int from = 0; from < held.size(); from += across) {
                StringBuilder line = new StringBuilder();
                for (String text : held.subList(from, Math.min(from + across, held.size()))) {
                    line.append(line.isEmpty() ? "" : " ").append(Alignment.LEFT.fit(text, cell));
                }
                page.line(line.toString().stripTrailing());
            }
            held.clear();
        }

        private int fitting() {
            int widest = 1;
            for (String text : held) {
                widest = Math.max(widest, Cells.width(text));
            }
            return Math.max(1, (page.width() + 1) / (widest + 1));
        }
    }
}
