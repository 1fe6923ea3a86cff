package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.ConversionException;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.InvocationInfo;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.SyntaxError;

/** Makes errors of the language itself. */
final class Failures {

    private Failures() {}

    /** An error of the language, at a place. */
    static CmdletException at(
            @Nullable Span span, String id, ErrorCategory category, @Nullable Object target, String message) {
        return at(span, new RuntimeFailure(message), id, category, target);
    }

    static CmdletException at(
            @Nullable Span span, Throwable cause, String id, ErrorCategory category, @Nullable Object target) {
        ErrorRecord record = ErrorRecord.of(cause, id, category, target);
        return new CmdletException(span == null ? record : record.at(place("", span)));
    }

    static CmdletException invalid(@Nullable Span span, String id, String message) {
        return at(span, id, ErrorCategory.InvalidOperation, null, message);
    }

    /** A syntax error under the name that scripts catch it by. */
    static NetException parse(SyntaxError error) {
        return new NetException(
                "System.Management.Automation.ParseException", String.valueOf(error.getMessage()), error);
    }

    /** What a place in a source is to an error record. */
    static InvocationInfo place(String command, Span span) {
        int lineEnd = span.column() - 1 + Math.max(1, span.end() - span.start());
        int length = Math.min(lineEnd, span.lineText().length()) - (span.column() - 1);
        String name = span.source().name();
        boolean file = name.endsWith(".ps1") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
        return new InvocationInfo(
                command, file ? name : null, span.line(), span.column(), Math.max(1, length), span.lineText());
    }

    /** Any exception as the error that ends a statement. */
    static CmdletException of(RuntimeException failure, @Nullable Span span) {
        if (failure instanceof CmdletException known) {
            return known.record().invocation() != null || span == null ? known : placed(known, place("", span));
        }
        if (failure instanceof ArithmeticException) {
            RuntimeFailure outer = new RuntimeFailure(String.valueOf(failure.getMessage()), failure);
            return at(span, outer, "RuntimeException", ErrorCategory.NotSpecified, null);
        }
        if (failure instanceof ConversionException) {
            return at(span, failure, conversionId(failure), ErrorCategory.InvalidArgument, null);
        }
        String id = failure instanceof NetException named
                ? named.typeName()
                : failure.getClass().getSimpleName();
        return at(span, failure, id, ErrorCategory.NotSpecified, null);
    }

    /** The same error, with a place; one that ends the script still does. */
    static CmdletException placed(CmdletException failure, InvocationInfo place) {
        ErrorRecord record = failure.record().at(place);
        return failure instanceof ScriptTerminated ? new ScriptTerminated(record) : new CmdletException(record);
    }

    private static String conversionId(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Int") ? "InvalidCastFromStringToInteger" : "ConvertToFinalInvalidCastException";
    }
}
