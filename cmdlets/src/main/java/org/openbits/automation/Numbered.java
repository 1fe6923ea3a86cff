package org.openbits.automation;

/** An enumerated value whose number is not its ordinal. */
public interface Numbered {

    /** The number scripts compare and print. */
    long number();
}
