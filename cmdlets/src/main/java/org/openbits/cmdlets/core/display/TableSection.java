package org.openbits.cmdlets.core.display;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cells;
import org.openbits.cmdlets.core.display.TableView.Sizing;

/** A run of rows under one heading. Rows wait until the widths of the columns are known, then stream. */
final class TableSection implements View.Section {

    /** As long as PowerShell waits for rows that tell the width of columns. */
    private static final long HOLD_NANOS = Duration.ofMillis(300).toNanos();

    private final TableView view;
    private final Page page;
    private final List<Held> held = new ArrayList<>();
    private List<Column> columns = List.of();
    private int @Nullable [] widths;
    private boolean hasBegun;
    private long heldSince;

    /** A row that waits, or a line between rows. */
    private record Held(List<String> cells, @Nullable String aside) {}

    TableSection(TableView view, Page page) {
        this.view = view;
        this.page = page;
    }

    @Override
    public void add(Object value) {
        List<String> row = row(value);
        int[] known = widths;
        if (known != null) {
            write(row, known);
            return;
        }
        hold(new Held(row, null));
    }

    @Override
    public void aside(String line) {
        if (widths == null && hasBegun) {
            hold(new Held(List.of(), line));
        } else {
            page.line(line);
        }
    }

    private void hold(Held next) {
        if (held.isEmpty()) {
            heldSince = page.nanos().getAsLong();
        }
        held.add(next);
        boolean waits = view.sizing() == Sizing.ALL_ROWS
                || view.sizing() == Sizing.FIRST_ROWS && page.nanos().getAsLong() - heldSince < HOLD_NANOS;
        if (!waits) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (held.isEmpty()) {
            return;
        }
        int[] known = widths();
        widths = known;
        if (!view.hidesHeaders()) {
            writeHeader(known);
        }
        for (Held each : held) {
            if (each.aside() == null) {
                write(each.cells(), known);
            } else {
                page.line(each.aside());
            }
        }
        held.clear();
    }

    private List<String> row(Object value) {
        if (!hasBegun) {
            columns = view.columnsFor(value);
        }
        List<String> row = new ArrayList<>();
        List<Column> aligned = new ArrayList<>();
        for (Column column : columns) {
            Object cell = column.expression().value(value);
            row.add(column.text(cell));
            aligned.add(column.aligned(cell));
        }
        if (!hasBegun) {
            columns = aligned;
            hasBegun = true;
        }
        return row;
    }

    private int[] widths() {
        int[] wanted = new int[columns.size()];
        for (int i = 0; i < wanted.length; i++) {
            Column column = columns.get(i);
            wanted[i] = column.width() > 0 || view.sizing() == Sizing.SHARE ? column.width() : widest(i);
        }
        return ColumnWidths.share(wanted, page.width());
    }

    private int widest(int index) {
        int widest = Math.max(1, Cells.width(columns.get(index).header()));
        for (Held row : held) {
            if (row.aside() == null) {
                for (String line : (Iterable<String>) row.cells().get(index).lines()::iterator) {
                    widest = Math.max(widest, Cells.width(line));
                }
            }
        }
        return widest;
    }

    private void writeHeader(int[] known) {
        List<String> headers = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            String header = columns.get(i).header();
            headers.add(header);
            rules.add("-".repeat(Math.max(0, Math.min(known[i], Cells.width(header)))));
        }
        page.line(line(headers, known));
        page.line(line(rules, known));
    }

    private void write(List<String> row, int[] known) {
        if (!view.isWrapping()) {
            page.line(line(row.stream().map(TableSection::firstLine).toList(), known));
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < row.size(); i++) {
            cells.add(Cells.wrap(row.get(i), known[i]));
            height = Math.max(height, cells.get(i).size());
        }
        for (int at = 0; at < height; at++) {
            int line = at;
            page.line(line(
                    cells.stream()
                            .map(cell -> line < cell.size() ? cell.get(line) : "")
                            .toList(),
                    known));
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).stripTrailing() + "\u2026";
    }

    private String line(List<String> cells, int[] known) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < known.length; i++) {
            if (known[i] != ColumnWidths.HIDDEN) {
                line.append(line.isEmpty() ? "" : " ")
                        .append(columns.get(i).side().fit(cells.get(i), known[i]));
            }
        }
        return line.toString().stripTrailing();
    }
}
