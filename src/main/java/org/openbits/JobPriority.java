package org.openbits;

/** The scheduling class of a job (BG_JOB_PRIORITY). A higher class pre-empts a lower one. */
public enum JobPriority {
    /** Competes with other traffic like any program; never throttled. */
    FOREGROUND,
    /** The highest background class. */
    HIGH,
    /** The default. */
    NORMAL,
    /** The lowest background class. */
    LOW;

    /** The number Windows uses for this priority. */
    public int number() {
        return ordinal();
    }

    /** Whether jobs of this class use idle bandwidth only. */
    public boolean isBackground() {
        return this != FOREGROUND;
    }
}
