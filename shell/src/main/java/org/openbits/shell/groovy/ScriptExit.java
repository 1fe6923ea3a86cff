package org.openbits.shell.groovy;

/** {@code exit(n)} on its way out of a script; an error, so that scripts that catch exceptions do not catch it. */
final class ScriptExit extends Error {

    private static final long serialVersionUID = 1L;

    private final int code;

    ScriptExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
