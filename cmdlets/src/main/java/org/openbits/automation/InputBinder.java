package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Binds one input object: by value as it stands, by property as it stands, by value converted, by property converted;
 * after the blocks that the command line gave for parameters.
 */
final class InputBinder {

    private final CmdletInfo info;
    private final BoundParameters bound;
    private final ValueFitting fitting;
    private final BindingErrors errors;
    private final Map<ParameterInfo, Argument> blocks;

    InputBinder(
            CmdletInfo info,
            BoundParameters bound,
            ValueFitting fitting,
            BindingErrors errors,
            Map<ParameterInfo, Argument> blocks) {
        this.info = info;
        this.bound = bound;
        this.fitting = fitting;
        this.errors = errors;
        this.blocks = blocks;
    }

    /** Binds what fits; false when nothing does. */
    boolean bind(@Nullable Object input) {
        boolean any = false;
        for (Map.Entry<ParameterInfo, Argument> block : blocks.entrySet()) {
            evaluate(block.getKey(), block.getValue(), input);
            any = true;
        }
        any |= byValue(input, false);
        any |= byName(input, false);
        // An object that has found its place is not converted as a whole once more: every object has a text.
        any |= !any && byValue(input, true);
        any |= byName(input, true);
        return any;
    }

    private void evaluate(ParameterInfo parameter, Argument argument, @Nullable Object input) {
        ScriptBlock block = (ScriptBlock) java.util.Objects.requireNonNull(argument.value());
        List<@Nullable Object> results = block.invoke(input, List.of());
        if (results.isEmpty()) {
            throw errors.noOutput(parameter, argument.offset());
        }
        Object value = results.size() == 1 ? results.get(0) : results;
        ParameterInfo.Place place = bound.place(parameter);
        bound.bindInput(
                parameter, fitting.fit(parameter, place != null && place.mandatory(), value, argument.offset()));
    }

    private boolean byValue(@Nullable Object input, boolean converts) {
        boolean any = false;
        for (ParameterInfo parameter : open()) {
            ParameterInfo.Place place = pipelinePlace(parameter, false);
            if (place != null && converts != ValueFitting.fitsAsIs(parameter, input)) {
                any |= attempt(parameter, place, input, converts);
            }
        }
        return any;
    }

    private boolean byName(@Nullable Object input, boolean converts) {
        boolean any = false;
        for (ParameterInfo parameter : open()) {
            ParameterInfo.Place place = pipelinePlace(parameter, true);
            String property = place == null || bound.isBound(parameter) ? null : property(parameter, input);
            if (place != null && property != null) {
                Object value = Members.get(input, property);
                if (converts != ValueFitting.fitsAsIs(parameter, value)) {
                    any |= attempt(parameter, place, value, converts);
                }
            }
        }
        return any;
    }

    private List<ParameterInfo> open() {
        List<ParameterInfo> open = new ArrayList<>();
        for (ParameterInfo parameter : info.parameters()) {
            if (!bound.isBound(parameter)) {
                open.add(parameter);
            }
        }
        return open;
    }

    /** Its place in a possible set where it takes input that way; null when there is none. */
    private ParameterInfo.@Nullable Place pipelinePlace(ParameterInfo parameter, boolean byName) {
        for (String set : bound.sets()) {
            ParameterInfo.Place place = parameter.place(set);
            if (place != null && (byName ? place.pipelineByName() : place.pipeline())) {
                return place;
            }
        }
        return null;
    }

    /** The property of the input of the parameter's name or an alias; null when it has none. */
    private static @Nullable String property(ParameterInfo parameter, @Nullable Object input) {
        if (input == null) {
            return null;
        }
        List<String> names = input instanceof Map<?, ?> ? List.of() : Members.names(input);
        for (String name : names) {
            if (parameter.name().equalsIgnoreCase(name)) {
                return name;
            }
        }
        for (String name : names) {
            if (parameter.isNamed(name)) {
                return name;
            }
        }
        return null;
    }

    /** A value that can be converted but is refused is an error; one that cannot be converted is not for it. */
    private boolean attempt(
            ParameterInfo parameter, ParameterInfo.Place place, @Nullable Object value, boolean converts) {
        try {
            bound.bindInput(parameter, fitting.fit(parameter, place.mandatory(), value, -1));
            return true;
        } catch (BindingException failure) {
            if (converts && failure.record().errorId().equals("CannotConvertArgument")) {
                return false;
            }
            throw failure;
        } catch (IllegalArgumentException refused) {
            throw errors.invalid(parameter, String.valueOf(refused.getMessage()), -1);
        }
    }
}
