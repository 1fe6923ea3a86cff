package org.openbits.cmdlets.core.display;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Members;
import org.openbits.automation.Shaped;

/**
 * Shows objects as they come. Consecutive objects of one shape stand under one heading; lines are written as soon as
 * the widths of the columns are known. Not thread-safe: one display belongs to one stream of objects.
 */
public final class Display {

    private final Page page;
    private final DefaultViews defaults = new DefaultViews();
    private @Nullable View view;
    private View.@Nullable Section section;
    private @Nullable String label;

    /**
     * @param width cells a line may take, at least 20
     * @param lines takes one line after the other, without line ends
     */
    public Display(int width, Consumer<String> lines) {
        this(width, lines, System::nanoTime);
    }

    Display(int width, Consumer<String> lines, LongSupplier nanos) {
        this.page = new Page(Math.max(20, width), lines, nanos);
    }

    /** Shows one object; elements of a collection one by one, null not at all. */
    public void show(@Nullable Object value) {
        if (value == Formatted.END) {
            close();
        } else if (value instanceof Formatted formatted) {
            showAs(formatted.view(), formatted.value());
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(this::show);
        } else if (value instanceof Object[] array) {
            show(Arrays.asList(array));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> show(new Entry(key, element)));
        } else if (value instanceof Map.Entry<?, ?> entry) {
            show(new Entry(entry.getKey(), entry.getValue()));
        } else if (value != null) {
            Object read = value instanceof Shaped shaped ? Members.snapshot(shaped) : value;
            add(defaults.of(read), read);
        }
    }

    /** Writes what is held back to learn the widths of columns; more objects may follow under the same heading. */
    public void flush() {
        if (section != null) {
            section.flush();
        }
    }

    /** Ends the display: writes what is held back and the blank line after it. */
    public void close() {
        endSection();
        view = null;
    }

    private void showAs(View asked, Object value) {
        if (!asked.namesNoProperty()) {
            add(asked, value);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, element) -> add(defaults.complete(asked, new Entry(key, element)), new Entry(key, element)));
        } else {
            add(defaults.complete(asked, value), value);
        }
    }

    private void add(View next, Object value) {
        Grouping grouping = next.grouping();
        String nextLabel = grouping == null ? null : grouping.label(value);
        View.Section current = section;
        if (current == null || next != view || !Objects.equals(label, nextLabel)) {
            current = begin(next, nextLabel);
        }
        current.add(value);
    }

    private View.Section begin(View next, @Nullable String nextLabel) {
        endSection();
        if (next.isFramed() && next != view) {
            page.line("");
        }
        if (nextLabel != null) {
            page.line(nextLabel);
            page.line("");
        }
        View.Section opened = next.open(page);
        view = next;
        label = nextLabel;
        section = opened;
        return opened;
    }

    private void endSection() {
        View.Section ending = section;
        View shown = view;
        if (ending == null || shown == null) {
            return;
        }
        ending.flush();
        if (shown.isFramed()) {
            page.line("");
        }
        section = null;
    }
}
