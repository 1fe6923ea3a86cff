package org.openbits.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters of one call are bound, from where, and which parameter sets are still possible. What an input object
 * bound is taken back before the next one.
 */
final class BoundParameters {

    private final CmdletInfo info;
    private final Cmdlet cmdlet;
    private final Map<ParameterInfo, @Nullable Object> defaults = new LinkedHashMap<>();
    private final Set<ParameterInfo> line = new LinkedHashSet<>();
    private final Set<ParameterInfo> input = new LinkedHashSet<>();
    private final Map<String, @Nullable Object> common = new LinkedHashMap<>();
    private Set<String> lineSets;
    private Set<String> sets;

    BoundParameters(CmdletInfo info, Cmdlet cmdlet) {
        this.info = info;
        this.cmdlet = cmdlet;
        this.lineSets = new LinkedHashSet<>(info.sets());
        this.sets = lineSets;
    }

    /** Sets the value of a parameter given on the command line. */
    void bindLine(ParameterInfo parameter, @Nullable Object value) {
        if (info.parameters().contains(parameter)) {
            parameter.accessor().set(cmdlet, value);
        } else {
            common.put(key(parameter.name()), value);
        }
        line.add(parameter);
        narrow(parameter);
        lineSets = sets;
    }

    /** Keeps a parameter that gets its value from a block for each input object. */
    void reserve(ParameterInfo parameter) {
        line.add(parameter);
        narrow(parameter);
        lineSets = sets;
    }

    /** Sets the value of a parameter that an input object gave. */
    void bindInput(ParameterInfo parameter, @Nullable Object value) {
        defaults.putIfAbsent(parameter, parameter.accessor().get(cmdlet));
        parameter.accessor().set(cmdlet, value);
        input.add(parameter);
        narrow(parameter);
    }

    /** Gives what the last input object bound its defaults back. */
    void forgetInput() {
        for (ParameterInfo parameter : input) {
            parameter.accessor().set(cmdlet, defaults.get(parameter));
        }
        input.clear();
        sets = lineSets;
    }

    private void narrow(ParameterInfo parameter) {
        if (!parameter.sets().containsKey(ParameterInfo.ALL_SETS)) {
            Set<String> rest = new LinkedHashSet<>(sets);
            rest.retainAll(parameter.sets().keySet());
            sets = rest;
        }
    }

    /** The parameter sets that fit what is bound. */
    Set<String> sets() {
        return sets;
    }

    boolean isBound(ParameterInfo parameter) {
        return line.contains(parameter) || input.contains(parameter);
    }

    boolean isBound(String name) {
        for (ParameterInfo parameter : line) {
            if (parameter.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        for (ParameterInfo parameter : input) {
            if (parameter.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value of a common parameter, null when it was not given. */
    @Nullable
    Object common(String name) {
        return common.get(key(name));
    }

    /** The place of a parameter in the sets that are possible: that in the default set first; null when it has none. */
    ParameterInfo.@Nullable Place place(ParameterInfo parameter) {
        ParameterInfo.Place place = sets.contains(info.defaultSet()) ? parameter.place(info.defaultSet()) : null;
        for (String set : sets) {
            place = place == null ? parameter.place(set) : place;
        }
        return place;
    }

    /**
     * The set that runs: the only one left, the default one, or the only one that misses nothing; null when that is
     * ambiguous.
     */
    @Nullable
    String chosen() {
        if (sets.size() == 1) {
            return sets.iterator().next();
        }
        List<String> complete = new ArrayList<>();
        for (String set : sets) {
            if (missing(set).isEmpty()) {
                complete.add(set);
            }
        }
        if (sets.contains(info.defaultSet()) && (complete.isEmpty() || complete.contains(info.defaultSet()))) {
            return info.defaultSet();
        }
        return complete.size() == 1 ? complete.get(0) : null;
    }

    /** The mandatory parameters of a set that have no value. */
    List<ParameterInfo> missing(String set) {
        List<ParameterInfo> missing = new ArrayList<>();
        for (ParameterInfo parameter : info.parameters()) {
            ParameterInfo.Place place = parameter.place(set);
            boolean isOpen = place != null && place.mandatory() && !isBound(parameter);
            if (isOpen && cmdlet.requires(parameter.name())) {
                missing.add(parameter);
            }
        }
        return missing;
    }

    /** Whether an input object can give all that one of the possible sets still lacks. */
    boolean inputCanComplete() {
        for (String set : sets) {
            List<ParameterInfo> missing = missing(set);
            if (!missing.isEmpty() && missing.stream().allMatch(parameter -> comesAsInput(parameter, set))) {
                return true;
            }
        }
        return false;
    }

    private static boolean comesAsInput(ParameterInfo parameter, String set) {
        ParameterInfo.Place place = parameter.place(set);
        return place != null && (place.pipeline() || place.pipelineByName());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
