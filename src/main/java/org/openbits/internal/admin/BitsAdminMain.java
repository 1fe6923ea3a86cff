package org.openbits.internal.admin;

import java.util.List;
import org.openbits.BackgroundCopyManager;
import org.openbits.internal.home.Headstart;

/** The program {@code bitsadmin}. */
public final class BitsAdminMain {

    private BitsAdminMain() {}

    public static void main(String[] arguments) {
        Headstart.connection();
        int width = System.console() == null ? 0 : columns(System.getenv("COLUMNS"));
        int code =
                new BitsAdmin(BackgroundCopyManager::connect, System.out, width, () -> false).run(List.of(arguments));
        System.exit(BitsAdmin.exitStatus(code));
    }

    private static int columns(@org.jspecify.annotations.Nullable String variable) {
        return variable != null && variable.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(variable) : 80;
    }
}
