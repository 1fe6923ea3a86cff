package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a command.
 *
 * @param name its name
 * @param type its type
 * @param isSwitch whether its presence is its value
 * @param aliases other names
 * @param sets its place in each parameter set; the key {@link #ALL_SETS} stands for all of them
 * @param values the only accepted values; empty: any
 * @param wildcards whether its value is a pattern
 * @param own whether it is ours, in a cmdlet that is Microsoft's ({@link Parameter#own})
 * @param help what it does
 * @param typeName PowerShell's name of the type, for help: {@code String[]}
 * @param accessor where its value goes
 */
public record ParameterInfo(
        String name,
        TypeToken type,
        boolean isSwitch,
        List<String> aliases,
        Map<String, Place> sets,
        List<String> values,
        boolean wildcards,
        boolean own,
        String help,
        String typeName,
        Accessor accessor) {

    /** The key of a parameter that belongs to all sets. */
    public static final String ALL_SETS = "__AllParameterSets";

    /**
     * What a parameter is in one parameter set.
     *
     * @param position from 0, or {@link Parameter#NAMED}
     * @param mandatory whether the set needs it
     * @param pipeline whether it takes input objects
     * @param pipelineByName whether it takes the property of its name
     * @param remaining whether it takes all arguments left over
     */
    public record Place(int position, boolean mandatory, boolean pipeline, boolean pipelineByName, boolean remaining) {}

    /** The values that a mandatory parameter refuses unless it says otherwise. */
    public enum Emptiness {
        NULL("Null", "null"),
        TEXT("EmptyString", "an empty string"),
        LIST("EmptyArray", "an empty array");

        private final String id;
        private final String words;

        Emptiness(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /** What error ids call it. */
        String id() {
            return id;
        }

        String words() {
            return words;
        }

        /** How a value is empty; null when it is not. */
        static @Nullable Emptiness of(@Nullable Object value) {
            if (value == null) {
                return NULL;
            }
            if (value instanceof String text && text.isEmpty()) {
                return TEXT;
            }
            return value instanceof List<?> list && list.isEmpty() ? LIST : null;
        }
    }

    /** Where the value of a parameter lives. */
    public interface Accessor {

        /** The value as it stands, before binding the default. */
        @Nullable
        Object get(Cmdlet target);

        /**
         * Sets the converted value.
         *
         * @throws IllegalArgumentException when the value is not acceptable; the message says why
         */
        void set(Cmdlet target, @Nullable Object value);

        /** Whether such an empty value is one although the parameter is mandatory. */
        default boolean allows(Emptiness value) {
            return false;
        }
    }

    public ParameterInfo {
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
    }

    /** Cheap, because binders keep parameters in sets and maps and look there for every object of a pipeline. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /**
     * Those that a name on a command line may mean: the one that is called so, else the one that begins so, else ours
     * left aside (see {@link #own}); several when that leaves the choice open.
     */
    public static List<ParameterInfo> meant(List<ParameterInfo> parameters, String name) {
        List<ParameterInfo> matches = new ArrayList<>();
        for (ParameterInfo parameter : parameters) {
            if (parameter.isNamed(name)) {
                return List.of(parameter);
            }
            if (!name.isEmpty() && parameter.startsWith(name)) {
                matches.add(parameter);
            }
        }
        List<ParameterInfo> theirs =
                matches.stream().filter(parameter -> !parameter.own()).toList();
        return theirs.size() == 1 ? theirs : matches;
    }

    /** Its place in a set, null when it is not part of it. */
    public @Nullable Place place(String set) {
        Place place = sets.get(set);
        return place == null ? sets.get(ALL_SETS) : place;
    }

    /** Whether this is its name or an alias, in any case. */
    public boolean isNamed(String text) {
        if (name.equalsIgnoreCase(text)) {
            return true;
        }
        for (String alias : aliases) {
            if (alias.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its name or an alias begins so, in any case. */
    public boolean startsWith(String text) {
        String prefix = text.toLowerCase(Locale.ROOT);
        if (name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
            return true;
        }
        for (String alias : aliases) {
            if (alias.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The .NET name of its type: {@code System.String[]}. */
    public String netType() {
        return isSwitch
                ? "System.Management.Automation.SwitchParameter"
                : TypeNames.fullName(type.type()) + (type.isList() ? "[]" : "");
    }
}
