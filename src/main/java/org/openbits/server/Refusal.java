package org.openbits.server;

import java.io.Serial;

/** A packet that is not obeyed: the status, the error code and the context of its answer ([MC-BUP] 2.2.2.2). */
final class Refusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    static final int INVALID_ARGUMENT = 0x80070057;
    static final int ACCESS_DENIED = 0x80070005;
    static final int PATH_NOT_FOUND = 0x80070003;
    static final int DISK_FULL = 0x80070070;
    static final int TOO_LARGE = 0x80200020;
    static final int SESSION_NOT_FOUND = 0x8020001F;
    static final int BUSY = 0x800700AA;
    static final int FAILED = 0x80004005;

    /** A code for "the status says it all". */
    static final int NONE = 0;

    private final int status;
    private final int code;
    private final boolean byApplication;

    private Refusal(int status, int code, boolean byApplication) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.code = code;
        this.byApplication = byApplication;
    }

    static Refusal of(int status, int code) {
        return new Refusal(status, code, false);
    }

    static Refusal ofApplication(int status, int code) {
        return new Refusal(status, code, true);
    }

    static Refusal malformed() {
        return of(400, INVALID_ARGUMENT);
    }

    static Refusal sessionNotFound() {
        return of(500, SESSION_NOT_FOUND);
    }

    int status() {
        return status;
    }

    int number() {
        return code;
    }

    String code() {
        return "0x" + String.format("%08X", code);
    }

    boolean hasCode() {
        return code != NONE;
    }

    String context() {
        return byApplication ? "0x7" : "0x5";
    }
}
