package org.openbits.shell.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Conversion;

/**
 * What the common parameters of a call mean to the shell; the binder of the command sees them as well.
 *
 * @param preferences the preference variables that they set inside a function
 * @param given the parameters themselves by name, as $PSBoundParameters holds them
 * @param stops whether an error of the command ends the script
 * @param collectsErrors whether errors are kept in a variable of the caller's
 */
record CommonArguments(
        Map<String, @Nullable Object> preferences,
        Map<String, @Nullable Object> given,
        boolean stops,
        boolean collectsErrors) {

    /** The names that their short forms stand for. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("verbose", "Verbose"),
            Map.entry("vb", "Verbose"),
            Map.entry("debug", "Debug"),
            Map.entry("db", "Debug"),
            Map.entry("whatif", "WhatIf"),
            Map.entry("wi", "WhatIf"),
            Map.entry("confirm", "Confirm"),
            Map.entry("cf", "Confirm"),
            Map.entry("erroraction", "ErrorAction"),
            Map.entry("ea", "ErrorAction"),
            Map.entry("warningaction", "WarningAction"),
            Map.entry("wa", "WarningAction"),
            Map.entry("informationaction", "InformationAction"),
            Map.entry("infa", "InformationAction"),
            Map.entry("errorvariable", "ErrorVariable"),
            Map.entry("ev", "ErrorVariable"),
            Map.entry("warningvariable", "WarningVariable"),
            Map.entry("wv", "WarningVariable"),
            Map.entry("outvariable", "OutVariable"),
            Map.entry("ov", "OutVariable"));

    static CommonArguments of(List<Argument> arguments) {
        Map<String, @Nullable Object> preferences = new LinkedHashMap<>();
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        boolean collects = false;
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (argument.parameter() == null) {
                continue;
            }
            boolean pair = !argument.hasValue()
                    && i + 1 < arguments.size()
                    && arguments.get(i + 1).parameter() == null;
            Object value = pair ? arguments.get(i + 1).value() : argument.value();
            boolean on = !argument.hasValue() || Conversion.isTrue(argument.value());
            String known = NAMES.get(Scope.key(argument.parameter()));
            if (known != null) {
                boolean isSwitch =
                        List.of("Verbose", "Debug", "WhatIf", "Confirm").contains(known);
                given.put(known, isSwitch ? on : value);
            }
            switch (Scope.key(argument.parameter())) {
                case "verbose", "vb" -> preferences.put("VerbosePreference", on ? "Continue" : "SilentlyContinue");
                case "debug", "db" -> preferences.put("DebugPreference", on ? "Continue" : "SilentlyContinue");
                case "whatif", "wi" -> preferences.put("WhatIfPreference", on);
                case "confirm", "cf" -> preferences.put("ConfirmPreference", on ? "Low" : "None");
                case "erroraction", "ea" -> preferences.put("ErrorActionPreference", action(value));
                case "warningaction", "wa" -> preferences.put("WarningPreference", action(value));
                case "informationaction", "infa" -> preferences.put("InformationPreference", action(value));
                case "progressaction", "proga" -> preferences.put("ProgressPreference", action(value));
                case "errorvariable", "ev" -> collects = true;
                default -> {
                    // A parameter of the command itself.
                }
            }
        }
        boolean stops = "stop".equalsIgnoreCase(String.valueOf(preferences.get("ErrorActionPreference")));
        return new CommonArguments(preferences, given, stops, collects);
    }

    private static String action(@Nullable Object value) {
        String text = Conversion.toText(value);
        boolean number = text.length() == 1 && Character.isDigit(text.charAt(0));
        org.openbits.automation.ActionPreference[] all = org.openbits.automation.ActionPreference.values();
        return number && text.charAt(0) - '0' < all.length ? all[text.charAt(0) - '0'].name() : text;
    }
}
