package org.openbits.automation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The world as one command sees it: applies its common parameters, else the preference variables, before anything
 * reaches the shell.
 */
final class InvocationRuntime implements CommandRuntime {

    private final CmdletInfo info;
    private final BoundParameters bound;
    private final CommandRuntime shell;
    private final List<@Nullable Object> held = new ArrayList<>();
    private @Nullable Boolean toAll;

    InvocationRuntime(CmdletInfo info, BoundParameters bound, CommandRuntime shell) {
        this.info = info;
        this.bound = bound;
        this.shell = shell;
    }

    /** The arguments are bound: collecting variables begin empty, unless they are to be appended to. */
    void bound() {
        for (String parameter : List.of("ErrorVariable", "WarningVariable", "InformationVariable", "OutVariable")) {
            String name = text(parameter);
            if (name != null && !name.startsWith("+")) {
                shell.setVariable(name, new ArrayList<>());
            }
        }
    }

    private @Nullable String text(String parameter) {
        Object value = bound.common(parameter);
        return value == null ? null : Conversion.toText(value);
    }

    @Override
    public void collectError(ErrorRecord record) {
        String name = text("ErrorVariable");
        Object now = name == null ? null : shell.variable(name.startsWith("+") ? name.substring(1) : name);
        boolean known = now != null && Conversion.enumerate(now).stream().anyMatch(each -> each == record);
        if (!known) {
            collect("ErrorVariable", record);
        }
    }

    /** Keeps it for this command, and for those that this one runs inside of. */
    @Override
    public void note(String parameter, Object record) {
        collect(parameter, record);
        shell.collect(parameter, record);
    }

    @Override
    public void collect(String parameter, @Nullable Object value) {
        String name = text(parameter);
        if (name == null) {
            return;
        }
        String bare = name.startsWith("+") ? name.substring(1) : name;
        List<@Nullable Object> all = new ArrayList<>();
        Object before = shell.variable(bare);
        if (before != null) {
            all.addAll(Conversion.enumerate(before));
        }
        all.add(value);
        shell.setVariable(bare, all);
    }

    @Override
    public void write(@Nullable Object value) {
        collect("OutVariable", value);
        Object buffer = bound.common("OutBuffer");
        if (!(buffer instanceof Integer size) || size <= 0) {
            pass(value);
            return;
        }
        held.add(value);
        if (held.size() > size) {
            flush();
        }
    }

    /** Passes on what -OutBuffer holds back. */
    void flush() {
        List<@Nullable Object> lot = List.copyOf(held);
        held.clear();
        lot.forEach(this::pass);
    }

    private void pass(@Nullable Object value) {
        String name = text("PipelineVariable");
        if (name != null) {
            shell.setVariable(name, value);
        }
        shell.write(value);
    }

    @Override
    public void writeError(ErrorRecord raw) {
        boolean isComplete = !raw.fullyQualifiedErrorId().equals(raw.errorId());
        ErrorRecord record = shell.placed(isComplete ? raw : raw.by(info.errorClass()));
        ActionPreference action = action("ErrorAction", "ErrorActionPreference", ActionPreference.Continue);
        if (action != ActionPreference.Ignore) {
            collect("ErrorVariable", record);
        }
        switch (action) {
            case SilentlyContinue -> shell.silentError(record, true);
            case Ignore -> shell.silentError(record, false);
            case Stop, Suspend, Break -> throw new CmdletException(record);
            case Inquire -> {
                if (!Question.of(shell.host()).isContinued(record.message())) {
                    throw new CmdletException(record);
                }
                shell.writeError(record);
            }
            case Continue -> shell.writeError(record);
        }
    }

    @Override
    public void silentError(ErrorRecord record, boolean recorded) {
        shell.silentError(record, recorded);
    }

    private ActionPreference action(String parameter, String variable, ActionPreference otherwise) {
        Object given = bound.common(parameter);
        Object value = given == null ? shell.variable(variable) : given;
        if (value == null) {
            return otherwise;
        }
        ActionPreference action = Conversion.to(ActionPreference.class, value);
        return action == null ? otherwise : action;
    }

    /** The action of -Verbose and -Debug: the switch decides where it was given. */
    private ActionPreference flag(String parameter, String variable) {
        Object given = bound.common(parameter);
        if (given == null) {
            return action(parameter, variable, ActionPreference.SilentlyContinue);
        }
        return Conversion.isTrue(given) ? ActionPreference.Continue : ActionPreference.SilentlyContinue;
    }

    @Override
    public void warn(String message) {
        ActionPreference action = action("WarningAction", "WarningPreference", ActionPreference.Continue);
        if (action != ActionPreference.Ignore) {
            note("WarningVariable", new StreamRecord("Warning", message));
        }
        if (isShown(action, message)) {
            shell.warn(message);
        }
    }

    @Override
    public void verbose(String message) {
        if (isShown(flag("Verbose", "VerbosePreference"), message)) {
            shell.verbose(message);
        }
    }

    @Override
    public void debug(String message) {
        if (isShown(flag("Debug", "DebugPreference"), message)) {
            shell.debug(message);
        }
    }

    @Override
    public void information(
            @Nullable Object message,
            boolean newline,
            @Nullable ConsoleColor foreground,
            @Nullable ConsoleColor background) {
        if (!(message instanceof StreamRecord)) {
            note("InformationVariable", new StreamRecord("Information", message, List.of("PSHOST")));
        }
        ActionPreference action = action("InformationAction", "", ActionPreference.Continue);
        if (isShown(action, Conversion.toText(message))) {
            shell.information(message, newline, foreground, background);
        }
    }

    /** Whether a message of that action is shown; Stop ends the command, Inquire asks. */
    private boolean isShown(ActionPreference action, String message) {
        return switch (action) {
            case SilentlyContinue, Ignore -> false;
            case Continue -> true;
            case Inquire -> {
                if (!Question.of(shell.host()).isContinued(message)) {
                    throw stopped(message);
                }
                yield true;
            }
            case Stop, Suspend, Break -> throw stopped(message);
        };
    }

    private CmdletException stopped(String message) {
        String sentence =
                "The running command stopped because a preference variable or common parameter is set to Stop: ";
        return new CmdletException(ErrorRecord.of(
                        new IllegalStateException(sentence + message),
                        "ActionPreferenceStop",
                        ErrorCategory.OperationStopped,
                        null)
                .by(info.errorClass()));
    }

    @Override
    public void progress(ProgressRecord record) {
        ActionPreference action = action("ProgressAction", "ProgressPreference", ActionPreference.Continue);
        if (action != ActionPreference.SilentlyContinue && action != ActionPreference.Ignore) {
            shell.progress(record);
        }
    }

    @Override
    public boolean shouldProcess(String target, String operation) {
        String sentence = "Performing the operation \"" + operation + "\" on target \"" + target + "\".";
        Object whatIf = bound.common("WhatIf");
        if (Conversion.isTrue(whatIf == null ? shell.variable("WhatIfPreference") : whatIf)) {
            shell.host().out().println("What if: " + sentence);
            return false;
        }
        if (!mustConfirm()) {
            verbose(sentence);
            return true;
        }
        if (toAll != null) {
            return toAll;
        }
        Question.Answer answer = Question.of(shell.host()).confirm(sentence);
        toAll = answer.isForAll() ? Boolean.valueOf(answer.isYes()) : null;
        return answer.isYes();
    }

    /** The operations of cmdlets are of medium impact: $ConfirmPreference High, its default, lets them pass. */
    private boolean mustConfirm() {
        Object given = bound.common("Confirm");
        if (given != null) {
            return Conversion.isTrue(given);
        }
        String preference = Conversion.toText(shell.variable("ConfirmPreference"));
        return preference.equalsIgnoreCase("Medium") || preference.equalsIgnoreCase("Low");
    }

    @Override
    public String parameterSet() {
        String chosen = bound.chosen();
        return chosen == null ? "" : chosen.equals(ParameterInfo.ALL_SETS) ? "__AllParameterSets" : chosen;
    }

    @Override
    public boolean isBound(String parameter) {
        return bound.isBound(parameter);
    }

    /** A preference variable that a common parameter overrides reads as the parameter says. */
    @Override
    public @Nullable Object variable(String name) {
        String parameter = name.endsWith("Preference") ? name.substring(0, name.length() - 10) : name;
        Object action = bound.common(parameter.endsWith("Action") ? parameter : parameter + "Action");
        if (name.endsWith("Preference") && action != null) {
            return action;
        }
        if (name.equalsIgnoreCase("WhatIfPreference") && bound.common("WhatIf") != null) {
            return bound.common("WhatIf");
        }
        return name.equalsIgnoreCase("VerbosePreference") || name.equalsIgnoreCase("DebugPreference")
                ? flag(parameter, name)
                : shell.variable(name);
    }

    @Override
    public void setVariable(String name, @Nullable Object value) {
        shell.setVariable(name, value);
    }

    @Override
    public Path currentDirectory() {
        return shell.currentDirectory();
    }

    @Override
    public void setCurrentDirectory(Path directory) {
        shell.setCurrentDirectory(directory);
    }

    @Override
    public Host host() {
        return shell.host();
    }

    @Override
    public boolean isStopping() {
        return shell.isStopping();
    }

    @Override
    public <T> T service(Class<T> type) {
        return shell.service(type);
    }

    @Override
    public CmdletRegistry commands() {
        return shell.commands();
    }
}
