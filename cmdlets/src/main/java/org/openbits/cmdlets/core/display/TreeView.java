package org.openbits.cmdlets.core.display;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cells;
import org.openbits.automation.Members;
import org.openbits.automation.Shaped;

/**
 * Each object as a tree: its properties between braces, the properties of those below.
 *
 * @param properties empty: all properties of each object
 * @param depth how many levels are opened; what lies deeper stands as one text
 */
public record TreeView(
        List<PropertyExpression> properties,
        int depth,
        @Nullable Grouping grouping) implements View {

    /** PowerShell's $FormatEnumerationLimit. */
    private static final int SHOWN_ELEMENTS = 4;

    public TreeView {
        properties = List.copyOf(properties);
    }

    /** A view as {@code Format-Custom} asks for it. */
    public static TreeView of(List<PropertyExpression> properties, int depth, @Nullable Object groupBy) {
        return new TreeView(properties, depth, Grouping.by(groupBy));
    }

    @Override
    public boolean namesNoProperty() {
        return properties.isEmpty();
    }

    @Override
    public Section open(Page page) {
        return new Tree(page);
    }

    private final class Tree implements Section {
        private final Page page;

        Tree(Page page) {
            this.page = page;
        }

        @Override
        public void add(Object value) {
            if (isLeaf(value, 0)) {
                line(0, ValueText.of(value));
            } else {
                object(value, properties, 0, 0);
            }
        }

        @Override
        public void aside(String line) {
            page.line(line);
        }

        @Override
        public void flush() {}

        private void line(int indent, String text) {
            for (String part : Cells.wrap(text, Math.max(10, page.width() - indent))) {
                page.line((" ".repeat(indent) + part).stripTrailing());
            }
        }

        private void object(Object value, List<PropertyExpression> asked, int level, int indent) {
            String type = Members.typeName(value);
            line(indent, "class " + type.substring(type.lastIndexOf('.') + 1));
            line(indent, "{");
            for (PropertyExpression property : asked.isEmpty() ? all(value) : asked) {
                for (PropertyExpression each : property.resolve(value)) {
                    member(each.name(), each.value(value), level, indent + 2);
                }
            }
            line(indent, "}");
        }

        private List<PropertyExpression> all(Object value) {
            return Members.names(value).stream().map(PropertyExpression::named).toList();
        }

        private void member(String name, @Nullable Object value, int level, int indent) {
            if (value instanceof Collection<?> elements && level < depth) {
                line(indent, name + " =");
                elements(elements, level + 1, indent + 2);
            } else if (value instanceof Map<?, ?> table && level < depth) {
                line(indent, name + " =");
                elements(entries(table), level + 1, indent + 2);
            } else if (value == null || isLeaf(value, level)) {
                line(indent, name + " = " + ValueText.of(value));
            } else {
                line(indent, name + " =");
                object(read(value), List.of(), level + 1, indent + 2);
            }
        }

        private void elements(Collection<?> elements, int level, int indent) {
            line(indent, "[");
            int count = 0;
            for (Object element : elements) {
                if (count++ == SHOWN_ELEMENTS) {
                    line(indent + 2, "\u2026");
                    break;
                }
                if (element instanceof Collection<?> inner && level < depth) {
                    elements(inner, level + 1, indent + 2);
                } else if (element == null || isLeaf(element, level)) {
                    line(indent + 2, ValueText.of(element));
                } else {
                    object(read(element), List.of(), level + 1, indent + 2);
                }
            }
            line(indent, "]");
            page.line("");
        }

        private static List<Entry> entries(Map<?, ?> table) {
            return table.entrySet().stream()
                    .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private boolean isLeaf(Object value, int level) {
            return level >= depth
                    || DefaultViews.isText(value)
                    || Members.names(value).isEmpty();
        }

        private static Object read(Object value) {
            return value instanceof Shaped shaped ? Members.snapshot(shaped) : value;
        }
    }
}
