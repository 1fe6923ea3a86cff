package org.openbits.shell.console;

/**
 * Something that could stand at the cursor.
 *
 * @param text what would stand there, without quotes
 * @param description what it is, may be empty
 * @param isComplete whether a blank may follow; false for directories, in which one goes on
 */
record Suggestion(String text, String description, boolean isComplete) {

    Suggestion(String text, String description) {
        this(text, description, true);
    }
}
