package org.openbits.cmdlets.core.display;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Members;

/**
 * Objects as rows under one heading.
 *
 * @param columns empty: the first object's properties decide
 * @param sizing how columns without a width find theirs
 */
public record TableView(
        List<Column> columns,
        Sizing sizing,
        boolean isWrapping,
        boolean hidesHeaders,
        @Nullable Grouping grouping) implements View {

    /** How a column without a width of its own gets one. */
    enum Sizing {
        /** An equal share of the line: rows can be written as they come. */
        SHARE,
        /** The content of the rows that come within a moment. */
        FIRST_ROWS,
        /** The content of all rows. */
        ALL_ROWS
    }

    /** PowerShell shows the first ten properties of an object without a table of its own. */
    private static final int MOST_COLUMNS = 10;

    public TableView {
        columns = List.copyOf(columns);
    }

    /** A table as {@code Format-Table} asks for it. */
    public static TableView of(
            List<PropertyExpression> properties,
            boolean autoSize,
            boolean wrap,
            boolean hideHeaders,
            @Nullable Object groupBy) {
        List<Column> columns = properties.stream().map(Column::of).toList();
        Sizing sizing = autoSize ? Sizing.ALL_ROWS : Sizing.FIRST_ROWS;
        return new TableView(columns, sizing, wrap, hideHeaders, Grouping.by(groupBy));
    }

    static TableView shared(Column... columns) {
        return new TableView(List.of(columns), Sizing.SHARE, false, false, null);
    }

    static TableView sized() {
        return new TableView(List.of(), Sizing.FIRST_ROWS, false, false, null);
    }

    TableView groupedBy(Grouping groups) {
        return new TableView(columns, sizing, isWrapping, hidesHeaders, groups);
    }

    /** This view's columns where the asker named none, with the asker's switches. */
    TableView like(TableView asked) {
        boolean fitted = asked.sizing == Sizing.ALL_ROWS;
        return new TableView(
                fitted ? columns.stream().map(Column::fitted).toList() : columns,
                fitted ? Sizing.ALL_ROWS : sizing,
                asked.isWrapping,
                asked.hidesHeaders,
                asked.grouping == null ? grouping : asked.grouping);
    }

    @Override
    public boolean namesNoProperty() {
        return columns.isEmpty();
    }

    @Override
    public Section open(Page page) {
        return new TableSection(this, page);
    }

    /** The columns for a run of objects that begins with this one. */
    List<Column> columnsFor(Object first) {
        List<Column> resolved = new ArrayList<>();
        for (Column column : columns.isEmpty() ? ownColumns(first) : columns) {
            for (PropertyExpression expression : column.expression().resolve(first)) {
                resolved.add(new Column(expression, column.width(), column.alignment()));
            }
        }
        return resolved;
    }

    private static List<Column> ownColumns(Object first) {
        return Members.names(first).stream().limit(MOST_COLUMNS).map(Column::of).toList();
    }
}
