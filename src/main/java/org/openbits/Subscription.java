package org.openbits;

/** A registration; closing it ends the calls. */
public interface Subscription extends AutoCloseable {

    /** Ends the registration; a call already under way may still arrive. */
    @Override
    void close();
}
