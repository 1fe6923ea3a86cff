package org.openbits.automation;

import java.util.Locale;

/** The questions of -Confirm and of the action Inquire. */
final class Question {

    private static final String CONFIRM =
            "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is \"Y\"): ";
    private static final String HELP = "Y - Continue with only the next step of the operation.\n"
            + "A - Continue with all the steps of the operation.\n"
            + "N - Skip this operation and proceed with the next operation.\n"
            + "L - Skip this operation and all subsequent operations.";

    private final Host host;

    private Question(Host host) {
        this.host = host;
    }

    /** What the user answers. */
    enum Answer {
        YES,
        YES_TO_ALL,
        NO,
        NO_TO_ALL;

        boolean isYes() {
            return this == YES || this == YES_TO_ALL;
        }

        boolean isForAll() {
            return this == YES_TO_ALL || this == NO_TO_ALL;
        }
    }

    static Question of(Host host) {
        return new Question(host);
    }

    /** Asks whether an operation may be done. */
    Answer confirm(String sentence) {
        refuseWhenNobodyAnswers(sentence);
        host.out().println("\nConfirm\nAre you sure you want to perform this action?\n" + sentence);
        while (true) {
            String line = host.readLine(CONFIRM);
            switch (line == null ? "l" : line.strip().toLowerCase(Locale.ROOT)) {
                case "", "y", "yes" -> {
                    return Answer.YES;
                }
                case "a", "yes to all" -> {
                    return Answer.YES_TO_ALL;
                }
                case "n", "no" -> {
                    return Answer.NO;
                }
                case "l", "no to all" -> {
                    return Answer.NO_TO_ALL;
                }
                default -> host.out().println(HELP);
            }
        }
    }

    /** Asks whether to go on after a message. */
    boolean isContinued(String message) {
        refuseWhenNobodyAnswers(message);
        host.out().println("\nConfirm\n" + message);
        String line = host.readLine("[Y] Yes  [H] Halt Command (default is \"Y\"): ");
        return line != null && !line.strip().toLowerCase(Locale.ROOT).startsWith("h");
    }

    private void refuseWhenNobodyAnswers(String about) {
        if (!host.isInteractive()) {
            throw new CmdletException(ErrorRecord.of(
                    new IllegalStateException("The command asks for a confirmation and nobody can answer; give"
                            + " -Confirm:$false to go on without. " + about),
                    "InvalidOperation",
                    ErrorCategory.InvalidOperation,
                    null));
        }
    }
}
