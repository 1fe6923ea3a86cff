package org.openbits.cmdlets.core;

import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorCategory;

/** What people answer; nobody there to answer ends the command. */
final class Answers {

    private Answers() {}

    static String line(CommandRuntime runtime, String prompt) {
        String line = runtime.host().readLine(prompt);
        if (line == null) {
            throw nobody(runtime);
        }
        return line;
    }

    static char[] secret(CommandRuntime runtime, String prompt) {
        char[] secret = runtime.host().readSecret(prompt);
        if (secret == null) {
            throw nobody(runtime);
        }
        return secret;
    }

    private static RuntimeException nobody(CommandRuntime runtime) {
        return runtime.terminate(Failures.of(
                "InvalidOperation",
                ErrorCategory.InvalidOperation,
                null,
                "Nobody is there to answer: the shell is not interactive and its input has ended."));
    }
}
