package org.openbits.cmdlets.core.display;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cells;
import org.openbits.automation.Members;

/**
 * Objects as blocks of {@code Name : value} lines, a blank line between two.
 *
 * @param properties empty: all properties of each object
 */
public record ListView(
        List<PropertyExpression> properties, @Nullable Grouping grouping) implements View {

    private static final String BETWEEN = " : ";

    public ListView {
        properties = List.copyOf(properties);
    }

    /** A list as {@code Format-List} asks for it. */
    public static ListView of(List<PropertyExpression> properties, @Nullable Object groupBy) {
        return new ListView(properties, Grouping.by(groupBy));
    }

    @Override
    public boolean namesNoProperty() {
        return properties.isEmpty();
    }

    @Override
    public Section open(Page page) {
        return new Blocks(page);
    }

    private List<PropertyExpression> propertiesOf(Object value) {
        List<PropertyExpression> all = new ArrayList<>();
        if (properties.isEmpty()) {
            Members.names(value).forEach(name -> all.add(PropertyExpression.named(name)));
        }
        for (PropertyExpression property : properties) {
            all.addAll(property.resolve(value));
        }
        return all;
    }

    private final class Blocks implements Section {
        private final Page page;
        private boolean hasBegun;

        Blocks(Page page) {
            this.page = page;
        }

        @Override
        public void add(Object value) {
            if (hasBegun) {
                page.line("");
            }
            hasBegun = true;
            List<PropertyExpression> shown = propertiesOf(value);
            int name = 0;
            for (PropertyExpression property : shown) {
                name = Math.max(name, Cells.width(property.name()));
            }
            for (PropertyExpression property : shown) {
                write(name, property.name(), Column.of(property).text(property.value(value)));
            }
        }

        @Override
        public void aside(String line) {
            page.line(line);
        }

        @Override
        public void flush() {}

        private void write(int nameWidth, String name, String text) {
            int indent = nameWidth + BETWEEN.length();
            String prefix = Alignment.LEFT.fit(name, nameWidth) + BETWEEN;
            for (String line : Cells.wrap(text, Math.max(10, page.width() - indent))) {
                page.line((prefix + line).stripTrailing());
                prefix = " ".repeat(indent);
            }
        }
    }
}
