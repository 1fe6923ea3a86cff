package org.openbits.cmdlets.core.display;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cells;
import org.openbits.automation.Numbered;
import org.openbits.automation.SecureText;

/** Where a value stands in a cell that is wider. */
public enum Alignment {
    LEFT,
    CENTER,
    RIGHT;

    /** Numbers, truth values, single characters and enumerations stand right, all else left. */
    static Alignment of(@Nullable Object value) {
        boolean scalar = value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof SecureText
                || value instanceof Numbered;
        return scalar ? RIGHT : LEFT;
    }

    /** The text in exactly that many cells: cut with dots when too long, filled with blanks when too short. */
    String fit(String text, int cells) {
        String cut = this == RIGHT ? Cells.cutFront(text, cells) : Cells.cut(text, cells);
        int blanks = cells - Cells.width(cut);
        int before = blanksBefore(blanks);
        return " ".repeat(before) + cut + " ".repeat(blanks - before);
    }

    private int blanksBefore(int blanks) {
        return switch (this) {
            case LEFT -> 0;
            case CENTER -> blanks / 2;
            case RIGHT -> blanks;
        };
    }
}
