package org.openbits.internal.admin;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openbits.BackgroundCopyManager;
import org.openbits.internal.home.Headstart;
import org.openbits.internal.home.Interrupts;

/** The program {@code bitsadmin}. */
public final class BitsAdminMain {

    private static final int INTERRUPTED = 130;
    private static final int USUAL_COLUMNS = 80;

    private BitsAdminMain() {}

    public static void main(String[] arguments) {
        Headstart.connection();
        AtomicBoolean stopped = new AtomicBoolean();
        if (goesOn(arguments)) {
            Interrupts.onFirst(() -> stopped.set(true));
        }
        int code;
        // Closed, because Java waits a third of a second for a thread that reads a socket when the process ends.
        try (BitsAdmin admin = new BitsAdmin(BackgroundCopyManager::connect, System.out, columns(), stopped::get)) {
            code = admin.run(List.of(arguments));
        }
        int status = stopped.get() ? INTERRUPTED : BitsAdmin.exitStatus(code);
        System.exit(status); // batch files read the status, and a returning main has none
    }

    /** Whether it is one of the two commands that last until they are done or stopped. */
    private static boolean goesOn(String[] arguments) {
        for (String argument : arguments) {
            if (Call.isOption(argument, "/transfer") || Call.isOption(argument, "/monitor")) {
                return true;
            }
        }
        return false;
    }

    /** The width of the terminal on standard output, as the launcher saw it; 0 when there is none. */
    private static int columns() {
        if (!System.getProperty("openbits.terminals", "").contains("1")) {
            return 0;
        }
        try {
            int columns = Integer.parseInt(System.getProperty("openbits.columns", ""));
            return columns > 0 ? columns : USUAL_COLUMNS;
        } catch (NumberFormatException unknown) {
            return USUAL_COLUMNS;
        }
    }
}
