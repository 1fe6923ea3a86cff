package org.openbits.automation;

/**
 * Thrown by a cmdlet's {@code process} when it needs no more input ({@code Select-Object -First}). It is no error: the
 * commands before the thrower are stopped, the thrower's own {@code end} and everything after it go on.
 */
public final class StopUpstream extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Cmdlet thrower;

    public StopUpstream(Cmdlet thrower) {
        super("The pipeline needs no more input.", null, false, false);
        this.thrower = thrower;
    }

    /** The command that has enough; compare with {@link CmdletInvocation#cmdlet()}. */
    public Cmdlet thrower() {
        return thrower;
    }
}
