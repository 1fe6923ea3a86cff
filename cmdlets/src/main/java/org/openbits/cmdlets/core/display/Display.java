package org.openbits.cmdlets.core.display;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Members;
import org.openbits.automation.Shaped;

/**
 * Shows objects as they come. Those of one view stand under one heading; lines are written as soon as
 * the widths of the columns are known. Not thread-safe: one display belongs to one stream of objects.
 */
public final class Display {

    private final Page page;
    private final DefaultViews defaults = new DefaultViews();
    private @Nullable View view;
    private View.@Nullable Section section;
    private @Nullable String label;
    private boolean isPlain;
    private boolean isOfOneType;

    /**
     * @param width cells a line may take, at least 20
     * @param lines takes one line after the other, without line ends
     * @param nanos elapsed time, as {@link System#nanoTime()} gives it
     */
    public Display(int width, Consumer<String> lines, LongSupplier nanos) {
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
            showPlain(value instanceof Shaped shaped ? Members.snapshot(shaped) : value);
        }
    }

    /**
     * An object that nobody asked a view for. The first decides for all that follow, as in PowerShell: a view of its
     * type's own takes objects of that type, and others stand between as lists; a view made of its properties takes
     * every object. Texts stand between in any case.
     */
    private void showPlain(Object value) {
        View own = defaults.of(value);
        if (own == LineView.PLAIN) {
            aside(value);
        } else if (section == null || !isPlain) {
            isPlain = true;
            isOfOneType = defaults.isOfType(value);
            add(own, value);
        } else if (own == view || !isOfOneType || defaults.alsoFits(view, own)) {
            add(Objects.requireNonNull(view), value);
        } else {
            asideAsList(value);
        }
    }

    private void aside(Object text) {
        Page between = new Page(page.width(), line -> besides(line), page.nanos());
        LineView.PLAIN.open(between).add(text);
    }

    private void asideAsList(Object value) {
        besides("");
        new ListView(List.of(), null)
                .open(new Page(page.width(), line -> besides(line), page.nanos()))
                .add(value);
        besides("");
    }

    private void besides(String line) {
        if (section == null) {
            page.line(line);
        } else {
            section.aside(line);
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
        isPlain = false;
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
