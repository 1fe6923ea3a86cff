package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CommonParameters;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;

/** {@code $PSDefaultParameterValues}: values that commands get for parameters that a call does not give. */
final class DefaultParameters {

    static final String VARIABLE = "PSDefaultParameterValues";

    private final CmdletInfo info;
    private final List<ParameterInfo> all;
    private final Set<ParameterInfo> given = new LinkedHashSet<>();
    private final Set<String> sets;
    private int loose;

    private DefaultParameters(CmdletInfo info, List<Argument> arguments) {
        this.info = info;
        this.all = new ArrayList<>(info.parameters());
        all.addAll(CommonParameters.of(info));
        this.sets = new LinkedHashSet<>(info.sets());
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (argument.parameter() == null) {
                loose++;
                continue;
            }
            List<ParameterInfo> meant = ParameterInfo.meant(all, argument.parameter());
            given.addAll(meant);
            meant.forEach(this::narrow);
            if (!argument.hasValue() && meant.stream().noneMatch(ParameterInfo::isSwitch)) {
                i++;
            }
        }
    }

    private void narrow(ParameterInfo parameter) {
        if (!parameter.sets().containsKey(ParameterInfo.ALL_SETS)) {
            sets.retainAll(parameter.sets().keySet());
        }
    }

    /** The arguments of a call, and the defaults that fit it. */
    static List<Argument> added(Engine engine, CmdletInfo info, List<Argument> arguments) {
        Variable variable = engine.scope().find(VARIABLE);
        if (variable == null
                || !(variable.value() instanceof Map<?, ?> table)
                || table.isEmpty()
                || Conversion.isTrue(disabled(table))) {
            return arguments;
        }
        DefaultParameters call = new DefaultParameters(info, arguments);
        List<Argument> more = new ArrayList<>(arguments);
        table.forEach((key, value) -> call.add(more, Conversion.toText(key), value));
        return more;
    }

    private static @Nullable Object disabled(Map<?, ?> table) {
        return table instanceof HashTable known ? known.get("Disabled") : table.get("Disabled");
    }

    private void add(List<Argument> arguments, String key, @Nullable Object value) {
        int colon = key.lastIndexOf(':');
        if (colon < 0
                || !Conversion.wildcard(key.substring(0, colon).strip(), false).test(info.name())) {
            return;
        }
        for (ParameterInfo parameter :
                ParameterInfo.meant(all, key.substring(colon + 1).strip())) {
            if (given.add(parameter) && fits(parameter)) {
                Object used = value instanceof Block block ? block.invokeSingle(null) : value;
                arguments.add(Argument.named(parameter.name(), used, -1));
            }
        }
    }

    /** Neither a loose argument takes it, nor does it belong to another way of calling. */
    private boolean fits(ParameterInfo parameter) {
        boolean taken = parameter.sets().values().stream()
                .anyMatch(place -> place.position() != Parameter.NAMED && place.position() < loose);
        return !taken
                && (parameter.sets().containsKey(ParameterInfo.ALL_SETS)
                        || parameter.sets().keySet().stream().anyMatch(sets::contains));
    }
}
