package org.openbits.automation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Binds the arguments of a command line: names first (exact, alias, unambiguous beginning), then the rest by position.
 */
final class LineBinder {

    /** A parameter of this name that takes the remaining arguments also takes names that no parameter has. */
    private static final String ARGS = "args";

    private final CmdletInfo info;
    private final List<ParameterInfo> parameters;
    private final BoundParameters bound;
    private final ValueFitting fitting;
    private final BindingErrors errors;
    private final Map<ParameterInfo, Argument> blocks = new LinkedHashMap<>();
    private final List<Argument> unnamed = new ArrayList<>();

    LineBinder(CmdletInfo info, BoundParameters bound, ValueFitting fitting, BindingErrors errors) {
        this.info = info;
        this.parameters = new ArrayList<>(info.parameters());
        this.parameters.addAll(CommonParameters.of(info));
        this.bound = bound;
        this.fitting = fitting;
        this.errors = errors;
    }

    /** The parameters whose value is a block to run for each input object. */
    Map<ParameterInfo, Argument> blocks() {
        return blocks;
    }

    void bind(List<Argument> arguments) {
        int index = 0;
        while (index < arguments.size()) {
            index += named(arguments, index);
        }
        positional();
        if (bound.sets().isEmpty()) {
            throw errors.sets(arguments.isEmpty() ? -1 : arguments.get(0).offset());
        }
    }

    /** Takes the argument at {@code index}, with its value where it has one; returns how many it took. */
    private int named(List<Argument> arguments, int index) {
        Argument argument = arguments.get(index);
        if (argument.parameter() == null) {
            unnamed.add(argument);
            return 1;
        }
        ParameterInfo parameter = resolve(argument);
        if (parameter == null) {
            unnamed.add(Argument.value("-" + argument.parameter(), argument.offset()));
            return 1;
        }
        if (bound.isBound(parameter)) {
            throw errors.twice(parameter, argument.offset());
        }
        if (argument.hasValue()) {
            set(parameter, argument);
            return 1;
        }
        if (parameter.isSwitch()) {
            set(parameter, Argument.named(parameter.name(), true, argument.offset()));
            return 1;
        }
        Argument value = index + 1 < arguments.size() ? arguments.get(index + 1) : null;
        if (value == null || value.parameter() != null) {
            throw errors.noValue(parameter, argument.offset());
        }
        set(parameter, value);
        return 2;
    }

    private @Nullable ParameterInfo resolve(Argument argument) {
        String name = String.valueOf(argument.parameter());
        List<ParameterInfo> matches = ParameterInfo.meant(parameters, name);
        if (matches.size() > 1) {
            throw errors.ambiguous(argument, matches);
        }
        if (matches.isEmpty() && info.parameter(ARGS) == null) {
            throw errors.unknown(argument, Suggestion.nearest(name, names()));
        }
        return matches.isEmpty() ? null : matches.get(0);
    }

    private List<String> names() {
        return parameters.stream().map(ParameterInfo::name).toList();
    }

    private void set(ParameterInfo parameter, Argument argument) {
        ParameterInfo.Place place = bound.place(parameter);
        if (place == null) {
            throw errors.sets(argument.offset());
        }
        if (isBlockForEachInput(parameter, argument.value())) {
            blocks.put(parameter, argument);
            bound.reserve(parameter);
            return;
        }
        Object value = fitting.fit(parameter, place.mandatory(), argument.value(), argument.offset());
        try {
            bound.bindLine(parameter, value);
        } catch (IllegalArgumentException refused) {
            throw errors.invalid(parameter, String.valueOf(refused.getMessage()), argument.offset());
        }
    }

    private static boolean isBlockForEachInput(ParameterInfo parameter, @Nullable Object value) {
        Class<?> type = parameter.type().type();
        if (!(value instanceof ScriptBlock) || type == ScriptBlock.class || type == Object.class) {
            return false;
        }
        return parameter.sets().values().stream().anyMatch(place -> place.pipeline() || place.pipelineByName());
    }

    private void positional() {
        List<Argument> rest = new ArrayList<>(unnamed);
        for (int position : positions()) {
            if (!rest.isEmpty()) {
                List<ParameterInfo> candidates = at(position);
                if (!candidates.isEmpty()) {
                    bindFirst(candidates, rest.remove(0));
                }
            }
        }
        if (!rest.isEmpty()) {
            remaining(rest);
        }
    }

    private TreeSet<Integer> positions() {
        TreeSet<Integer> positions = new TreeSet<>();
        for (ParameterInfo parameter : info.parameters()) {
            parameter.sets().values().forEach(place -> positions.add(place.position()));
        }
        positions.remove(Parameter.NAMED);
        return positions;
    }

    /** The open parameters at a position, those of the default set first. */
    private List<ParameterInfo> at(int position) {
        List<ParameterInfo> found = new ArrayList<>();
        for (ParameterInfo parameter : info.parameters()) {
            for (String set : bound.sets()) {
                ParameterInfo.Place place = parameter.place(set);
                boolean isCandidate = place != null && place.position() == position && !place.remaining();
                if (isCandidate && !bound.isBound(parameter) && !found.contains(parameter)) {
                    found.add(set.equals(info.defaultSet()) ? 0 : found.size(), parameter);
                }
            }
        }
        return found;
    }

    /** Binds to the first that takes the value as it stands, else to the first that can convert it. */
    private void bindFirst(List<ParameterInfo> candidates, Argument argument) {
        for (ParameterInfo candidate : candidates) {
            if (ValueFitting.fitsAsIs(candidate, argument.value())) {
                set(candidate, argument);
                return;
            }
        }
        BindingException first = null;
        for (ParameterInfo candidate : candidates) {
            try {
                set(candidate, argument);
                return;
            } catch (BindingException failure) {
                first = first == null ? failure : first;
            }
        }
        throw first == null ? errors.leftOver(argument) : first;
    }

    private void remaining(List<Argument> rest) {
        for (ParameterInfo parameter : info.parameters()) {
            ParameterInfo.Place place = bound.place(parameter);
            if (place != null && place.remaining() && !bound.isBound(parameter)) {
                List<@Nullable Object> values = new ArrayList<>();
                rest.forEach(argument -> values.add(argument.value()));
                boolean isOneList = values.size() == 1
                        && Conversion.isMany(values.get(0))
                        && !parameter.name().equalsIgnoreCase(ARGS);
                Object value = isOneList ? values.get(0) : Collections.unmodifiableList(values);
                set(parameter, Argument.value(value, rest.get(0).offset()));
                return;
            }
        }
        throw errors.leftOver(rest.get(0));
    }
}
