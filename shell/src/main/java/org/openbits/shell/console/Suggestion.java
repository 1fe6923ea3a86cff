package org.openbits.shell.console;

/**
 * Something that could stand at the cursor.
 *
 * @param text what would stand there, without quotes
 * @param description what it is, may be empty
 * @param isComplete whether a blank may follow; false for directories, in which one goes on
 * @param rank lower ones are listed first; those of one rank by name
 */
record Suggestion(String text, String description, boolean isComplete, int rank) {

    Suggestion(String text, String description) {
        this(text, description, true, 0);
    }

    /** The same, listed after those that are more to the point. */
    Suggestion last() {
        return new Suggestion(text, description, isComplete, 1);
    }
}
