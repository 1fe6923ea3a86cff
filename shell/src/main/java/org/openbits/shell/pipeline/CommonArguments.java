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
 * @param stops whether an error of the command ends the script
 * @param collectsErrors whether errors are kept in a variable of the caller's
 */
record CommonArguments(Map<String, @Nullable Object> preferences, boolean stops, boolean collectsErrors) {

    static CommonArguments of(List<Argument> arguments) {
        Map<String, @Nullable Object> preferences = new LinkedHashMap<>();
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
        return new CommonArguments(preferences, stops, collects);
    }

    private static String action(@Nullable Object value) {
        String text = Conversion.toText(value);
        boolean number = text.length() == 1 && Character.isDigit(text.charAt(0));
        org.openbits.automation.ActionPreference[] all = org.openbits.automation.ActionPreference.values();
        return number && text.charAt(0) - '0' < all.length ? all[text.charAt(0) - '0'].name() : text;
    }
}
