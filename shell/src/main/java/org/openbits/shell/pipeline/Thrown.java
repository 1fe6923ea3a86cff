package org.openbits.shell.pipeline;

import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.Statement;

/** What {@code throw} makes of its value. */
final class Thrown {

    private Thrown() {}

    static CmdletException by(Engine engine, Statement.Exit exit) {
        Span span = exit.span();
        Object value = exit.value() == null ? null : engine.expressions().value(exit.value());
        if (value == null && exit.value() == null) {
            Variable current = engine.scope().find("_");
            value = current == null ? null : current.value();
        }
        if (value instanceof ClassInstance own && own.type().exception() != null) {
            value = new ScriptException(own);
        }
        if (value instanceof ErrorRecord record) {
            return new ScriptTerminated(record);
        }
        ErrorRecord record = value instanceof Throwable cause
                ? record(cause)
                : ErrorRecord.of(
                        new RuntimeFailure(value == null ? "ScriptHalted" : Conversion.toText(value)),
                        value == null ? "ScriptHalted" : Conversion.toText(value),
                        ErrorCategory.OperationStopped,
                        value);
        return new ScriptTerminated(record.invocation() == null ? record.at(Failures.place("", span)) : record);
    }

    private static ErrorRecord record(Throwable cause) {
        if (cause instanceof CmdletException known) {
            return known.record();
        }
        String message = cause.getMessage();
        return ErrorRecord.of(
                cause,
                message == null ? cause.getClass().getSimpleName() : message,
                ErrorCategory.OperationStopped,
                null);
    }
}
