package org.openbits.automation;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a command: feeds the binder, help, completion, Groovy and the reference pages.
 *
 * @param name {@code Verb-Noun}
 * @param source the module or file it comes from
 * @param errorClass what its error ids end with
 * @param aliases short names
 * @param defaultSet the parameter set taken when several fit, empty when there is one
 * @param sets the names of the parameter sets, in order of declaration
 * @param shouldProcess whether it takes -WhatIf and -Confirm
 * @param parameters its own parameters, in order of declaration; common ones are {@link CommonParameters}
 * @param synopsis what it does, in one line
 * @param description what one should know
 * @param examples commands that run
 * @param factory makes the instance of one call
 */
public record CmdletInfo(
        String name,
        String source,
        String errorClass,
        List<String> aliases,
        String defaultSet,
        List<String> sets,
        boolean shouldProcess,
        List<ParameterInfo> parameters,
        String synopsis,
        String description,
        List<HelpExample> examples,
        Supplier<? extends Cmdlet> factory) {

    /** An example of its help page. */
    public record HelpExample(String title, String code) {}

    public CmdletInfo {
        aliases = List.copyOf(aliases);
        sets = List.copyOf(sets);
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /** Reads the annotations of a class with a constructor without parameters. */
    public static CmdletInfo of(Class<? extends Cmdlet> type) {
        CmdletInfo known = CmdletTable.ofProcess().find(type);
        return known == null ? CmdletReader.read(type) : known;
    }

    /** Whether it is a function or script, whose errors end with its name. */
    public boolean isFunction() {
        return errorClass.equals(name);
    }

    /** Its own parameter of that name or alias, null when there is none. */
    public @Nullable ParameterInfo parameter(String nameOrAlias) {
        for (ParameterInfo parameter : parameters) {
            if (parameter.isNamed(nameOrAlias)) {
                return parameter;
            }
        }
        return null;
    }

    /** The part of the name before the dash. */
    public String verb() {
        return name.contains("-") ? name.substring(0, name.indexOf('-')) : "";
    }

    /** The part of the name after the dash. */
    public String noun() {
        return name.contains("-") ? name.substring(name.indexOf('-') + 1) : name;
    }
}
