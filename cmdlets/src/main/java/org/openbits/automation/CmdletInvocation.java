package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command: binds its arguments, then feeds it. Call {@link #bind}, {@link #begin}, then {@link #process}
 * for each input object or {@link #processNothing} when the command stands first, then {@link #end}.
 */
public final class CmdletInvocation {

    private final CmdletInfo info;
    private final List<Argument> arguments;
    private final Cmdlet cmdlet;
    private final BoundParameters bound;
    private final InvocationRuntime runtime;
    private final BindingErrors errors;
    private final ValueFitting fitting;
    private final LineBinder line;
    private final InputBinder input;

    public CmdletInvocation(CmdletInfo info, List<Argument> arguments, CommandRuntime runtime) {
        this.info = info;
        this.arguments = List.copyOf(arguments);
        this.cmdlet = info.factory().get();
        this.bound = new BoundParameters(info, cmdlet);
        this.runtime = new InvocationRuntime(info, bound, runtime);
        this.errors = new BindingErrors(info);
        this.fitting = new ValueFitting(errors, this.runtime);
        this.line = new LineBinder(info, bound, fitting, errors);
        this.input = new InputBinder(info, bound, fitting, errors, line.blocks());
        cmdlet.attach(this.runtime);
    }

    /**
     * Binds the arguments of the command line. Mandatory parameters that no input object can give are asked for when
     * somebody can answer.
     *
     * @throws BindingException when they do not fit
     */
    public void bind() {
        line.bind(arguments);
        runtime.bound();
        List<ParameterInfo> hopeless = new ArrayList<>(missing());
        hopeless.removeIf(this::takesInput);
        // Another set may be meant, which an object completes; without any, processNothing asks.
        if (!hopeless.isEmpty() && !bound.inputCanComplete()) {
            supply(hopeless);
        }
    }

    private boolean takesInput(ParameterInfo parameter) {
        return parameter.sets().values().stream().anyMatch(place -> place.pipeline() || place.pipelineByName());
    }

    private List<ParameterInfo> missing() {
        String set = bound.chosen();
        return set == null ? List.of() : bound.missing(set);
    }

    private void supply(List<ParameterInfo> missing) {
        if (!runtime.host().isInteractive()) {
            throw errors.missing(missing.stream().map(ParameterInfo::name).toList());
        }
        MandatoryPrompt prompt = new MandatoryPrompt(info, runtime.host());
        prompt.begin();
        for (ParameterInfo parameter : missing) {
            bound.bindLine(parameter, fitting.fit(parameter, true, prompt.ask(parameter), -1));
        }
    }

    /** Runs the begin step. */
    public void begin() {
        run(cmdlet::begin);
    }

    /**
     * Binds one input object and runs the process step; an object that does not fit is a non-terminating error.
     *
     * @throws CmdletException when the command ends by an error
     */
    public void process(@Nullable Object object) {
        bound.forgetInput();
        ErrorRecord refusal = accept(object);
        if (refusal != null) {
            runtime.writeError(refusal);
            return;
        }
        cmdlet.input(object);
        run(cmdlet::process);
    }

    private @Nullable ErrorRecord accept(@Nullable Object object) {
        try {
            if (!input.bind(object) && !cmdlet.takesAnyInput()) {
                return errors.notBound(object);
            }
        } catch (BindingException failure) {
            return failure.record();
        }
        String set = bound.chosen();
        if (set == null) {
            return errors.sets(-1).record();
        }
        List<ParameterInfo> missing = bound.missing(set);
        return missing.isEmpty()
                ? null
                : errors.notEnough(
                        object, missing.stream().map(ParameterInfo::name).toList());
    }

    /**
     * Runs the process step once, without input.
     *
     * @throws BindingException when a mandatory parameter is missing
     */
    public void processNothing() {
        for (var block : line.blocks().entrySet()) {
            throw errors.noInput(block.getKey(), block.getValue().offset());
        }
        if (bound.chosen() == null) {
            throw errors.sets(arguments.isEmpty() ? -1 : arguments.get(0).offset());
        }
        List<ParameterInfo> missing = missing();
        if (!missing.isEmpty()) {
            supply(missing);
        }
        run(cmdlet::process);
    }

    /** Runs the end step. */
    public void end() {
        bound.forgetInput();
        cmdlet.input(null);
        run(cmdlet::end);
        runtime.flush();
    }

    /** Asks the command to stop; from any thread. */
    public void stop() {
        cmdlet.stop();
    }

    /** The command instance, for commands that are more than parameters, such as script functions. */
    public Cmdlet cmdlet() {
        return cmdlet;
    }

    /** Runs a step; a terminating error gets the name of the command into its full id. */
    private void run(Runnable step) {
        try {
            step.run();
        } catch (RecordFailure failure) {
            runtime.writeError(failure.record());
        } catch (CmdletException failure) {
            ErrorRecord record = failure.record();
            boolean isComplete = !record.fullyQualifiedErrorId().equals(record.errorId());
            throw isComplete ? failure : new CmdletException(record.by(info.errorClass()));
        }
    }
}
