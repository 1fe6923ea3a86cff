package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.ErrorRecord;
import org.openbits.shell.language.Body;
import org.openbits.shell.language.Statement;
import org.openbits.shell.language.TypeName;

/** What an error of a statement ends: nothing more than the statement, a guarded block, or the script. */
final class ErrorHandling {

    private ErrorHandling() {}

    /** Handles the failure of a statement: returns to go on with the next one, or throws to end the block as well. */
    static void handle(Engine engine, CmdletException failure, List<Statement.Trap> traps, Sink out) {
        engine.succeeded(false);
        Statement.Trap trap = trap(engine, traps, failure);
        if (trap != null) {
            trapped(engine, trap, failure, out);
            return;
        }
        String preference = engine.errorPreference();
        if (preference.equals("stop") && !(failure instanceof ScriptTerminated)) {
            throw new ScriptTerminated(failure.record());
        }
        if (failure instanceof ScriptTerminated || engine.isGuarded()) {
            throw failure;
        }
        if (preference.equals("silentlycontinue") || preference.equals("0")) {
            engine.errors().record(failure.record());
        } else if (!preference.equals("ignore")) {
            engine.report(failure.record(), false);
        }
    }

    private static Statement.@Nullable Trap trap(Engine engine, List<Statement.Trap> traps, CmdletException failure) {
        for (Statement.Trap trap : traps) {
            if (trap.type() == null || isOf(engine, trap.type(), failure.record())) {
                return trap;
            }
        }
        return null;
    }

    /** Runs a trap; {@code continue} in it hides the error, {@code break} lets it go on. */
    private static void trapped(Engine engine, Statement.Trap trap, CmdletException failure, Sink out) {
        try {
            withError(engine, failure.record(), () -> engine.run(trap.body(), out));
        } catch (Signal.Loop signal) {
            if (signal.isBreak) {
                throw failure;
            }
            engine.errors().record(failure.record());
            return;
        }
        engine.report(failure.record(), false);
    }

    /**
     * What a {@code catch} runs, and the error it sees.
     *
     * @param record one whose exception is of the type that was asked for, though another wraps it
     */
    record Catcher(Body body, ErrorRecord record) {}

    /** The first {@code catch} that takes the failure, null when none does. */
    static @Nullable Catcher catcher(Engine engine, Statement.Try attempt, CmdletException failure) {
        ErrorRecord record = failure.record();
        for (Statement.Try.Catch each : attempt.catches()) {
            if (each.types().isEmpty()) {
                return new Catcher(each.body(), record);
            }
            for (TypeName type : each.types()) {
                Throwable cause = match(engine, type, record);
                if (cause != null) {
                    boolean inner = cause != record.exception();
                    return new Catcher(each.body(), inner ? record.about(cause) : record);
                }
            }
        }
        return null;
    }

    private static boolean isOf(Engine engine, TypeName type, ErrorRecord record) {
        return match(engine, type, record) != null;
    }

    /** The exception of that type: the error's own or one that it wraps. */
    private static @Nullable Throwable match(Engine engine, TypeName type, ErrorRecord record) {
        for (Throwable cause = record.exception(); cause != null; cause = cause.getCause()) {
            if (ExceptionTypes.isOf(type, cause)) {
                return cause;
            }
        }
        return null;
    }

    /** Runs a handler with the error as {@code $_}. */
    static void withError(Engine engine, ErrorRecord record, Runnable handler) {
        engine.errors().record(record);
        Block.withDollarUnder(engine, record, handler);
    }
}
