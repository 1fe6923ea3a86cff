package org.openbits.cmdlets.core.display;

import java.util.Arrays;

/** How the cells of a line are shared among the columns of a table, one blank between two. */
final class ColumnWidths {

    /** A column that has no room; it is not shown. */
    static final int HIDDEN = -1;

    private ColumnWidths() {}

    /**
     * Gives each column without a width an equal share of what is left, then takes from the last ones what the line
     * lacks.
     *
     * @param wanted widths, 0 where the space left decides
     */
    static int[] share(int[] wanted, int line) {
        int[] widths = Arrays.stream(wanted).map(width -> Math.max(width, 1)).toArray();
        int free = line - total(widths);
        boolean open = Arrays.stream(wanted).anyMatch(width -> width == 0);
        for (int i = 0; open && free > 0; i = (i + 1) % widths.length) {
            if (wanted[i] == 0) {
                widths[i]++;
                free--;
            }
        }
        trim(widths, line);
        return widths;
    }

    private static void trim(int[] widths, int line) {
        for (int last = widths.length - 1; last >= 0; last--) {
            int excess = total(widths) - line;
            if (excess <= 0) {
                return;
            }
            int width = widths[last] - excess;
            widths[last] = width >= 1 ? width : HIDDEN;
        }
    }

    private static int total(int[] widths) {
        int shown = 0;
        int total = 0;
        for (int width : widths) {
            if (width != HIDDEN) {
                total += width;
                shown++;
            }
        }
        return total + Math.max(0, shown - 1);
    }
}
