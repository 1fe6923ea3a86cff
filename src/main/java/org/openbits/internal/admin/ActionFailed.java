package org.openbits.internal.admin;

import org.openbits.BitsException;

/** A refusal together with what was being done, for the line {@code Unable to <action> - 0x<code>}. */
final class ActionFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;
    private final transient BitsException refusal;

    ActionFailed(String action, BitsException refusal) {
        super(refusal.getMessage(), refusal);
        this.action = action;
        this.refusal = refusal;
    }

    /** Runs something and names it when it is refused. */
    static void doing(String action, Runnable work) {
        try {
            work.run();
        } catch (BitsException e) {
            throw new ActionFailed(action, e);
        }
    }

    String action() {
        return action;
    }

    BitsException refusal() {
        return refusal;
    }
}
