package org.openbits.cmdlets.core.display;

import org.jspecify.annotations.Nullable;

/** A shape in which objects are shown. Two objects stand under one heading when they have the same view and group. */
public interface View {

    /** Begins a run of objects; nothing is written before the first comes. */
    Section open(Page page);

    /** Whether a blank line stands before and after a run of such objects. */
    default boolean isFramed() {
        return true;
    }

    /** What divides the objects into groups with a label each, or null. */
    default @Nullable Grouping grouping() {
        return null;
    }

    /** Whether nobody said which properties to show, so that the object decides. */
    boolean namesNoProperty();

    /** A run of objects being written. Each object is read once, when it is added. */
    interface Section {

        void add(Object value);

        /** A line between the objects, which is of none of them: what was added before stands before it. */
        void aside(String line);

        /** Writes what is held back, for instance to learn the width of columns. */
        void flush();
    }
}
