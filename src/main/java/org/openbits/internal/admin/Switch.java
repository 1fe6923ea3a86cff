package org.openbits.internal.admin;

/**
 * One switch.
 *
 * @param name with its slash, lower case: {@code /addfile}; a member of a group carries the group: {@code /cache /list}
 * @param arguments as the usage text shows them
 * @param least how many arguments it needs
 * @param most how many it takes
 * @param help one sentence
 * @param action what it does
 */
record Switch(String name, String arguments, int least, int most, String help, Action action) {

    /** What a switch does; every failure is an exception. */
    @FunctionalInterface
    interface Action {
        void run(Call call);
    }

    static final int ANY = Integer.MAX_VALUE;

    /** The line of the usage text. */
    String usage() {
        return arguments.isEmpty()
                ? name.toUpperCase(java.util.Locale.ROOT)
                : name.toUpperCase(java.util.Locale.ROOT) + " " + arguments;
    }
}
