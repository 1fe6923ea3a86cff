package org.openbits.cmdlets.core.display;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Numbered;

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
                || value instanceof Numbered;
        return scalar ? RIGHT : LEFT;
    }

    int blanksBefore(int blanks) {
        return switch (this) {
            case LEFT -> 0;
            case CENTER -> blanks / 2;
            case RIGHT -> blanks;
        };
    }
}
