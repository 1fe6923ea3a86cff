package org.openbits.automation;

/** An exception that knows more than its message: what {@code $_.ErrorDetails} gives. */
public interface Detailed {

    /** What stands for the message where the error is shown; empty when there is nothing more. */
    String details();

    /** What to do about it; empty when nobody knows. */
    default String recommendedAction() {
        return "";
    }
}
