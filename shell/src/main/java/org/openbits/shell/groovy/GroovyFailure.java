package org.openbits.shell.groovy;

import java.io.PrintStream;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.openbits.BitsException;
import org.openbits.automation.CmdletException;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Host;

/** Shows people why a piece of Groovy failed: the message, and the line of the script it comes from. */
final class GroovyFailure {

    private GroovyFailure() {}

    /** @return the exit code of a process that ends by it */
    static int show(Throwable failure, Host host) {
        PrintStream err = host.err();
        String red = host.hasColours() ? "\u001b[31m" : "";
        String plain = host.hasColours() ? "\u001b[m" : "";
        if (failure instanceof MultipleCompilationErrorsException compilation) {
            err.println(red + compilationMessage(compilation) + plain);
            return ExitCode.FAILED;
        }
        if (failure instanceof InterruptedException || failure.getCause() instanceof InterruptedException) {
            return ExitCode.CANCELLED;
        }
        err.println(red + message(failure) + place(failure) + plain);
        return exitCode(failure);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        if (failure instanceof BitsException bits) {
            return bits.code().symbol() + ": " + message;
        }
        String kind = failure.getClass().getSimpleName();
        return message == null ? kind : kind + ": " + message;
    }

    /** The innermost line of a script, which Groovy names like a file. */
    private static String place(Throwable failure) {
        for (StackTraceElement element : failure.getStackTrace()) {
            String file = element.getFileName();
            if (file != null && file.endsWith(".groovy") && element.getLineNumber() > 0) {
                return System.lineSeparator() + "  at " + file + ", line " + element.getLineNumber();
            }
        }
        return "";
    }

    private static String compilationMessage(MultipleCompilationErrorsException compilation) {
        StringBuilder text = new StringBuilder();
        for (Object message : compilation.getErrorCollector().getErrors()) {
            if (text.length() > 0) {
                text.append(System.lineSeparator());
            }
            if (message instanceof SyntaxErrorMessage syntax) {
                SyntaxException cause = syntax.getCause();
                text.append("Groovy: ").append(cause.getOriginalMessage());
                text.append(" at line ")
                        .append(cause.getLine())
                        .append(", column ")
                        .append(cause.getStartColumn());
            } else {
                text.append(compilation.getMessage());
            }
        }
        return text.toString();
    }

    private static int exitCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CmdletException cmdlet) {
                return cmdlet.record().exitCode();
            }
        }
        return ExitCode.FAILED;
    }
}
