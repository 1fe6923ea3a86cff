package org.openbits.internal.admin;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.openbits.BackgroundCopyFile;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;

/** One use of a switch: its arguments, the jobs they name, and where it prints. */
final class Call {

    private final List<String> arguments;
    private final BitsAdmin admin;
    private final Output output;

    Call(List<String> arguments, BitsAdmin admin, Output output) {
        this.arguments = arguments;
        this.admin = admin;
        this.output = output;
    }

    Output output() {
        return output;
    }

    BackgroundCopyManager manager() {
        return admin.manager();
    }

    List<String> arguments() {
        return arguments;
    }

    String argument(int index) {
        return arguments.get(index);
    }

    /** Whether one of the arguments is this option, in any letter case. */
    boolean has(String option) {
        for (String argument : arguments) {
            if (isOption(argument, option)) {
                return true;
            }
        }
        return false;
    }

    static boolean isOption(String argument, String option) {
        return argument.length() == option.length()
                && (argument.charAt(0) == '/' || argument.charAt(0) == '-')
                && argument.substring(1).equalsIgnoreCase(option.substring(1));
    }

    /** Whether the user asked to stop. */
    BooleanSupplier stopped() {
        return admin.stopped();
    }

    /**
     * The job that the first argument names: by its identifier in braces, or by its display name, in any
     * letter case when no name is exactly that.
     *
     * @throws UsageException when two jobs have the name
     */
    BackgroundCopyJob job() {
        String name = argument(0);
        if (name.startsWith("{")) {
            return manager().job(JobId.parse(name));
        }
        List<BackgroundCopyJob> named = jobs(name::equals);
        if (named.isEmpty()) {
            named = jobs(name::equalsIgnoreCase);
        }
        if (named.isEmpty()) {
            throw new BitsException(ErrorCode.BG_E_NOT_FOUND, "There is no job named \"" + name + "\".");
        }
        if (named.size() > 1) {
            throw new UsageException("Found " + named.size() + " jobs named \"" + name
                    + "\". Use the job identifier instead of the job name.");
        }
        return named.get(0);
    }

    private List<BackgroundCopyJob> jobs(Predicate<String> isNamed) {
        return manager().jobs().stream()
                .filter(job -> isNamed.test(job.info().displayName()))
                .toList();
    }

    /** The file of the job that an argument numbers, from 0. */
    BackgroundCopyFile file(int argument) {
        long index = number(argument);
        List<BackgroundCopyFile> files = job().files();
        if (index >= files.size()) {
            throw new BitsException(
                    ErrorCode.BG_E_FILE_NOT_FOUND,
                    "The job has " + files.size() + " file(s), numbered from 0; there is no file " + index + ".");
        }
        return files.get((int) index);
    }

    /** A number, decimal or hexadecimal with 0x. */
    long number(int argument) {
        String text = argument(argument);
        try {
            return text.toLowerCase(Locale.ROOT).startsWith("0x")
                    ? Long.parseUnsignedLong(text.substring(2), 16)
                    : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "'" + text + "' is not a number; write decimal digits, or 0x and hexadecimal ones.");
        }
    }

    /** One of these words, in any letter case; its position. */
    int word(int argument, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].equalsIgnoreCase(argument(argument))) {
                return i;
            }
        }
        throw new UsageException("'" + argument(argument) + "' is not one of " + String.join(", ", words) + ".");
    }

    /** Whether an argument stands for "no value". */
    boolean isNull(int argument) {
        return arguments.size() <= argument
                || argument(argument).isEmpty()
                || argument(argument).equalsIgnoreCase("NULL");
    }
}
