package org.openbits.shell.groovy;

import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;
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

    /**
     * @param source the text that failed, for the line of a syntax error
     * @param shift how many columns of its first line were put before it
     * @return the exit code of a process that ends by it
     */
    static int show(Throwable failure, Host host, String source, String name, IntSupplier shift) {
        PrintStream err = host.err();
        String red = host.hasColours() ? "\u001b[31m" : "";
        String plain = host.hasColours() ? "\u001b[m" : "";
        if (failure instanceof MultipleCompilationErrorsException compilation) {
            showCompilation(compilation, host, source, name, shift.getAsInt());
            return ExitCode.USAGE;
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

    private static void showCompilation(
            MultipleCompilationErrorsException compilation, Host host, String source, String name, int shift) {
        List<String> lines = source.lines().toList();
        for (Object message : compilation.getErrorCollector().getErrors()) {
            if (message instanceof SyntaxErrorMessage syntax
                    && syntax.getCause().getLine() >= 1
                    && syntax.getCause().getLine() <= lines.size()) {
                SyntaxException cause = syntax.getCause();
                int column = Math.max(1, cause.getStartColumn() - (cause.getLine() == 1 ? shift : 0));
                SyntaxErrorView.show(
                        host,
                        "Groovy: " + name + ":" + cause.getLine() + " char:" + column,
                        lines.get(cause.getLine() - 1),
                        cause.getLine(),
                        column,
                        cause.getEndLine() == cause.getLine() ? cause.getEndColumn() - cause.getStartColumn() : 1,
                        String.valueOf(cause.getOriginalMessage()));
            } else {
                host.err().println("Groovy: " + compilation.getMessage());
                return;
            }
        }
    }

    /** The exit code of a process that ends by it. */
    static int exitCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CmdletException cmdlet) {
                return cmdlet.record().exitCode();
            }
        }
        return ExitCode.FAILED;
    }
}
