package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One error as scripts see it ({@code $_} in a catch block, {@code $Error[0]}).
 *
 * @param exception the cause; its message is the text people read
 * @param errorId the id, without the class of the command
 * @param fullyQualifiedErrorId the id with it, such as {@code PathNotFound,Microsoft...NewBitsTransferCommand}
 * @param category its kind
 * @param target the object it is about
 * @param invocation where the failing command stands, when known
 * @param exitCode the exit code of a process that ends by it
 * @param trace the calls that led to it, one a line; empty when nobody noted them
 * @param details the text people read in place of the exception's message; empty when that is it
 */
public record ErrorRecord(
        Throwable exception,
        String errorId,
        String fullyQualifiedErrorId,
        ErrorCategory category,
        @Nullable Object target,
        @Nullable InvocationInfo invocation,
        int exitCode,
        String trace,
        String details)
        implements Shaped {

    private static final List<String> PROPERTIES = List.of(
            "Exception",
            "TargetObject",
            "CategoryInfo",
            "FullyQualifiedErrorId",
            "ErrorDetails",
            "InvocationInfo",
            "ScriptStackTrace");

    /** A record whose full id is the id alone. */
    public static ErrorRecord of(Throwable exception, String errorId, ErrorCategory category, @Nullable Object target) {
        return new ErrorRecord(exception, errorId, errorId, category, target, null, ExitCode.FAILED, "", "");
    }

    /** The text for people. */
    public String message() {
        if (!details.isEmpty()) {
            return details;
        }
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }

    /** The same, raised by a command of that class name ({@code id,class}); a block without a name adds nothing. */
    public ErrorRecord by(String commandClass) {
        String fullId = commandClass.isEmpty() ? errorId : errorId + "," + commandClass;
        return new ErrorRecord(exception, errorId, fullId, category, target, invocation, exitCode, trace, details);
    }

    /** The same under a full id of its own, which no command's class is added to. */
    public ErrorRecord identified(String fullId) {
        return new ErrorRecord(exception, errorId, fullId, category, target, invocation, exitCode, trace, details);
    }

    /** The same about another exception. */
    public ErrorRecord about(Throwable cause) {
        return new ErrorRecord(
                cause, errorId, fullyQualifiedErrorId, category, target, invocation, exitCode, trace, details);
    }

    /** The same with a place in the source. */
    public ErrorRecord at(@Nullable InvocationInfo place) {
        return new ErrorRecord(
                exception, errorId, fullyQualifiedErrorId, category, target, place, exitCode, trace, details);
    }

    /** The same with another exit code. */
    public ErrorRecord withExitCode(int code) {
        return new ErrorRecord(
                exception, errorId, fullyQualifiedErrorId, category, target, invocation, code, trace, details);
    }

    /** The same with the calls that led to it. */
    public ErrorRecord withTrace(String calls) {
        return new ErrorRecord(
                exception, errorId, fullyQualifiedErrorId, category, target, invocation, exitCode, calls, details);
    }

    /** The same with other words for people; the exception keeps its own. */
    public ErrorRecord withDetails(String words) {
        return new ErrorRecord(
                exception, errorId, fullyQualifiedErrorId, category, target, invocation, exitCode, trace, words);
    }

    @Override
    public String typeName() {
        return "System.Management.Automation.ErrorRecord";
    }

    @Override
    public List<String> propertyNames() {
        return PROPERTIES;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "exception" -> exception;
            case "targetobject" -> target;
            case "categoryinfo" -> categoryInfo();
            case "fullyqualifiederrorid" -> fullyQualifiedErrorId;
            case "errordetails" -> errorDetails();
            case "scriptstacktrace" -> trace.isEmpty() ? null : trace;
            case "invocationinfo" -> invocation;
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    private @Nullable Object errorDetails() {
        if (!details.isEmpty()) {
            return new CustomObject("System.Management.Automation.ErrorDetails")
                    .add("Message", details)
                    .add("RecommendedAction", "");
        }
        if (!(exception instanceof Detailed more)
                || more.details().isEmpty() && more.recommendedAction().isEmpty()) {
            return null;
        }
        return new CustomObject("System.Management.Automation.ErrorDetails")
                .add("Message", more.details())
                .add("RecommendedAction", more.recommendedAction());
    }

    /** The exception's name without its namespace, as PowerShell would call it. */
    public String reason() {
        String name = Members.typeName(exception);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Object categoryInfo() {
        return new CategoryInfo(
                category,
                invocation == null ? "" : invocation.commandName(),
                reason(),
                target == null ? "" : Conversion.toText(target),
                target == null ? "" : Members.typeName(target));
    }

    /** What PowerShell puts into a text for an error record: the details, else the message. */
    @Override
    public String toString() {
        boolean ownWords = details.isEmpty()
                && exception instanceof Detailed more
                && !more.details().isEmpty();
        return ownWords ? ((Detailed) exception).details() : message();
    }
}
