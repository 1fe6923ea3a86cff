package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.BindingException;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletInvocation;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.InvocationInfo;
import org.openbits.automation.StopUpstream;
import org.openbits.shell.language.Command;
import org.openbits.shell.language.Span;

/** A cmdlet, or a function that is bound as one. */
final class CmdletStation extends Station {

    private final CmdletInfo info;
    private final CmdletInvocation invocation;
    private final @Nullable Command command;
    private final String name;
    private final CommonArguments common;

    /** @param command where it stands in a source, null when it is called from outside */
    CmdletStation(Engine engine, CmdletInfo info, String name, List<Argument> given, @Nullable Command command) {
        super(engine);
        List<Argument> arguments = DefaultParameters.added(engine, info, given);
        this.info = info;
        this.command = command;
        this.name = name;
        this.common = CommonArguments.of(arguments);
        InvocationInfo place = command == null ? null : Failures.place(name, command.span());
        this.invocation = new CmdletInvocation(
                info, arguments, new SessionRuntime(engine, this::emit, place, common.collectsErrors()));
        guard(this::bind);
    }

    private void bind() {
        if (invocation.cmdlet() instanceof FunctionCmdlet function) {
            function.prepare(info.name(), common, StationMaker.invocation(info.name(), null, command), place());
        }
        try {
            invocation.bind();
        } catch (BindingException e) {
            throw e;
        } catch (CmdletException refusedByValidation) {
            throw new CmdletException(refusedByValidation.record().by(info.errorClass()));
        }
    }

    @Override
    protected void onBegin() {
        guard(invocation::begin);
    }

    @Override
    protected void onProcess(@Nullable Object value) {
        guard(() -> {
            if (invocation.cmdlet() instanceof FunctionCmdlet function) {
                function.current(value);
            }
            invocation.process(value);
        });
    }

    @Override
    protected void onNothing() {
        guard(invocation::processNothing);
    }

    @Override
    protected void onEnd() {
        guard(invocation::end);
    }

    @Override
    void stop() {
        invocation.stop();
    }

    @Override
    protected void onClose() {
        if (invocation.cmdlet() instanceof FunctionCmdlet function) {
            function.clean();
        }
    }

    @Override
    boolean is(Cmdlet cmdlet) {
        return invocation.cmdlet() == cmdlet;
    }

    /** Gives errors that leave the command its name and place. */
    private void guard(Runnable step) {
        try {
            step.run();
        } catch (Signal | StopUpstream signal) {
            throw signal;
        } catch (BindingException e) {
            throw e.record().invocation() != null ? e : Failures.placed(e, argumentPlace(e.offset()));
        } catch (CmdletException e) {
            CmdletException placed = e.record().invocation() != null ? e : Failures.placed(e, place());
            throw common.stops() ? new ScriptTerminated(placed.record()) : placed;
        } catch (RuntimeException e) {
            ErrorRecord record = ErrorRecord.of(e, e.getClass().getSimpleName(), ErrorCategory.NotSpecified, null)
                    .by(info.errorClass());
            throw new CmdletException(record.at(place()));
        }
    }

    private InvocationInfo place() {
        return command == null ? new InvocationInfo(name, null, 1, 1, 1, name) : Failures.place(name, command.span());
    }

    private InvocationInfo argumentPlace(int offset) {
        if (command != null && offset >= 0) {
            for (Command.Argument argument : command.arguments()) {
                Span span = argument.span();
                if (span.start() == offset) {
                    return Failures.place(name, span);
                }
            }
        }
        return place();
    }
}
