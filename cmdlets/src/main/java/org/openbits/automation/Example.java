package org.openbits.automation;

/** An example of a {@link Help} page. */
public @interface Example {

    /** What it shows. */
    String title();

    /** The commands, as typed. */
    String code();
}
