package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** System.Exception. */
final class ErrorMembers implements Adapter {

    /** COR_E_EXCEPTION, the HResult of an exception without one of its own. */
    private static final int GENERAL = 0x80131500;

    @Override
    public List<String> names(Object target) {
        return List.of("Message", "InnerException", "HResult", "StackTrace", "Source");
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        Throwable failure = (Throwable) target;
        return switch (name) {
            case "message" -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            case "innerexception" -> failure.getCause();
            case "hresult" -> GENERAL;
            case "stacktrace" -> trace(failure);
            case "data" -> data(failure);
            case "source" -> "OpenBITS";
            case "errorrecord" -> failure instanceof CmdletException error ? error.record() : MISSING;
            default -> JavaMembers.INSTANCE.get(target, name);
        };
    }

    /** What a script keeps with an exception. */
    private static @Nullable Object data(Throwable failure) {
        CustomObject notes = Notes.open(failure);
        if (!notes.has("Data")) {
            notes.add("Data", new HashTable());
        }
        return notes.property("Data");
    }

    /** With what lies under it. */
    private static String whole(Throwable failure) {
        Throwable cause = failure.getCause();
        return Conversion.toText(failure)
                + (cause == null ? "" : "\n ---> " + whole(cause) + "\n   --- End of inner exception stack trace ---");
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (StackTraceElement frame : failure.getStackTrace()) {
            trace.append(trace.length() == 0 ? "   at " : "\n   at ").append(frame);
        }
        return trace.toString();
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        if (name.equals("tostring") && args.isEmpty()) {
            return whole((Throwable) target);
        }
        if (!name.equals("getbaseexception") || !args.isEmpty()) {
            return MISSING;
        }
        Throwable failure = (Throwable) target;
        while (failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }
}
