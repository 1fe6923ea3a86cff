package org.openbits.cmdlets;

import org.openbits.automation.Keys;

/** What a key means in the live view of jobs. */
enum WatchKey {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    SUSPEND,
    RESUME,
    PRIORITY,
    COMPLETE,
    REMOVE,
    EXPLAIN,
    YES,
    LEAVE,
    /** A key without meaning, which also says no to a question. */
    OTHER,
    /** No key within the time. */
    NONE;

    private static final int ESCAPE = 27;
    /** The rest of an escape sequence follows at once, or the Escape key itself was pressed. */
    private static final long SEQUENCE_MILLIS = 50;

    /** Waits for a key. */
    static WatchKey next(Keys keys, long millis) {
        int first = keys.read(millis);
        if (first != ESCAPE) {
            return of(first);
        }
        int second = keys.read(SEQUENCE_MILLIS);
        if (second != '[' && second != 'O') {
            return OTHER;
        }
        return switch (keys.read(SEQUENCE_MILLIS)) {
            case 'A' -> UP;
            case 'B' -> DOWN;
            case 'H' -> FIRST;
            case 'F' -> LAST;
            case '1', '7' -> closed(keys, FIRST);
            case '4', '8' -> closed(keys, LAST);
            case '5' -> closed(keys, PAGE_UP);
            case '6' -> closed(keys, PAGE_DOWN);
            default -> OTHER;
        };
    }

    /** A key whose sequence ends in a tilde; anything else is one that means nothing here. */
    private static WatchKey closed(Keys keys, WatchKey key) {
        return keys.read(SEQUENCE_MILLIS) == '~' ? key : OTHER;
    }

    private static WatchKey of(int character) {
        return switch (character) {
            case Keys.NONE -> NONE;
            case Keys.END, 'q', 'Q', 4 -> LEAVE;
            case 'k', 'K' -> UP;
            case 'j', 'J' -> DOWN;
            case 's', 'S' -> SUSPEND;
            case 'r', 'R' -> RESUME;
            case 'p', 'P' -> PRIORITY;
            case 'c', 'C' -> COMPLETE;
            case 'x', 'X' -> REMOVE;
            case 'e', 'E', '\r', '\n' -> EXPLAIN;
            case 'y', 'Y' -> YES;
            default -> OTHER;
        };
    }
}
