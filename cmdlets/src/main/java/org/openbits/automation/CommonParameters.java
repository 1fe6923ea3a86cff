package org.openbits.automation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters every command takes. */
public final class CommonParameters {

    private static final ParameterInfo.Accessor NOWHERE = new ParameterInfo.Accessor() {
        @Override
        public @Nullable Object get(Cmdlet target) {
            return null;
        }

        @Override
        public void set(Cmdlet target, @Nullable Object value) {}
    };

    private static final List<ParameterInfo> ALWAYS = List.of(
            flag("Verbose", "vb", "Tells details while it works."),
            flag("Debug", "db", "Shows debug messages."),
            action("ErrorAction", "ea", "What a non-terminating error of this command does."),
            action("WarningAction", "wa", "What a warning of this command does."),
            action("InformationAction", "infa", "What an information message of this command does."),
            action("ProgressAction", "proga", "What progress of this command does."),
            named("ErrorVariable", "ev", "Variable that collects the errors; +name appends."),
            named("WarningVariable", "wv", "Variable that collects the warnings; +name appends."),
            named("InformationVariable", "iv", "Variable that collects the information messages; +name appends."),
            named("OutVariable", "ov", "Variable that collects the output as well; +name appends."),
            parameter("OutBuffer", "ob", Integer.class, false, "How many objects to hold back before they go on."),
            named(
                    "PipelineVariable",
                    "pv",
                    "Variable that later commands of the pipeline read the current object from."));

    private static final List<ParameterInfo> CHANGING = List.of(
            flag("WhatIf", "wi", "Says what would be done and does nothing."),
            flag("Confirm", "cf", "Asks before each operation."));

    private CommonParameters() {}

    /** Those that a command takes. */
    public static List<ParameterInfo> of(CmdletInfo info) {
        return of(info.shouldProcess());
    }

    /** Those of all commands, with -WhatIf and -Confirm when asked for. */
    public static List<ParameterInfo> of(boolean shouldProcess) {
        if (!shouldProcess) {
            return ALWAYS;
        }
        List<ParameterInfo> all = new java.util.ArrayList<>(ALWAYS);
        all.addAll(CHANGING);
        return all;
    }

    private static ParameterInfo flag(String name, String alias, String help) {
        return parameter(name, alias, Boolean.class, true, help);
    }

    private static ParameterInfo action(String name, String alias, String help) {
        return parameter(name, alias, ActionPreference.class, false, help);
    }

    private static ParameterInfo named(String name, String alias, String help) {
        return parameter(name, alias, String.class, false, help);
    }

    private static ParameterInfo parameter(String name, String alias, Class<?> type, boolean isSwitch, String help) {
        TypeToken token = TypeToken.of(type);
        return new ParameterInfo(
                name,
                token,
                isSwitch,
                List.of(alias),
                Map.of(ParameterInfo.ALL_SETS, new ParameterInfo.Place(Parameter.NAMED, false, false, false, false)),
                List.of(),
                false,
                false,
                help,
                isSwitch ? "SwitchParameter" : TypeNames.shortName(token),
                NOWHERE);
    }
}
