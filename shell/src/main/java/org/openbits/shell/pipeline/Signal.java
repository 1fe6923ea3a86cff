package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;

/** A jump of control that passes through commands; no error. */
abstract sealed class Signal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Signal(String message) {
        super(message, null, false, false);
    }

    /** {@code break} or {@code continue}. */
    static final class Loop extends Signal {
        private static final long serialVersionUID = 1;
        final boolean isBreak;
        final @Nullable String label;

        Loop(boolean isBreak, @Nullable String label) {
            super(isBreak ? "break" : "continue");
            this.isBreak = isBreak;
            this.label = label;
        }

        /** Whether it is meant for the loop of that label. */
        boolean isFor(@Nullable String loop) {
            return label == null || label.equalsIgnoreCase(loop);
        }
    }

    /** {@code return}. */
    static final class Return extends Signal {
        private static final long serialVersionUID = 1;

        Return() {
            super("return");
        }
    }

    /** {@code exit}. */
    static final class Exit extends Signal {
        private static final long serialVersionUID = 1;
        final int code;

        Exit(int code) {
            super("exit");
            this.code = code;
        }
    }

    /** The user asked to stop. */
    static final class Stop extends Signal {
        private static final long serialVersionUID = 1;

        Stop() {
            super("stop");
        }
    }
}
