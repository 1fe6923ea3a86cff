package org.openbits.internal.admin;

/** A transfer that ended in an error which has been printed already. */
final class TransferFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int number;

    TransferFailed(int number) {
        super("transfer failed");
        this.number = number;
    }

    int number() {
        return number;
    }
}
