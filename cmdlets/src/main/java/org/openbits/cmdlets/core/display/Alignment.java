package org.openbits.cmdlets.core.display;

import org.jspecify.annotations.Nullable;

/** Where a value stands in a cell that is wider. */
public enum Alignment {
    LEFT,
    CENTER,
    RIGHT;

    /** Numbers stand right, all else left. */
    static Alignment of(@Nullable Object value) {
        return value instanceof Number ? RIGHT : LEFT;
    }

    int blanksBefore(int blanks) {
        return switch (this) {
            case LEFT -> 0;
            case CENTER -> blanks / 2;
            case RIGHT -> blanks;
        };
    }
}
