package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;

/** The syntax lines of a command: one for each parameter set. */
final class CommandSyntax {

    private CommandSyntax() {}

    static List<String> of(CmdletInfo info) {
        List<String> lines = new ArrayList<>();
        for (String set : info.sets()) {
            lines.add(line(info, set));
        }
        return lines;
    }

    /** How the command is called in one of its parameter sets. */
    static String line(CmdletInfo info, String set) {
        StringBuilder line = new StringBuilder(info.name());
        List<ParameterInfo> parameters = new ArrayList<>();
        for (ParameterInfo parameter : info.parameters()) {
            if (parameter.place(set) != null) {
                parameters.add(parameter);
            }
        }
        parameters.sort(Comparator.comparingInt(parameter -> rank(parameter, set)));
        for (ParameterInfo parameter : parameters) {
            line.append(' ').append(word(parameter, set));
        }
        if (info.shouldProcess()) {
            line.append(" [-WhatIf] [-Confirm]");
        }
        return line.append(" [<CommonParameters>]").toString();
    }

    /** Positions first, in their order; then what is mandatory. */
    private static int rank(ParameterInfo parameter, String set) {
        ParameterInfo.Place place = parameter.place(set);
        if (place == null) {
            return Integer.MAX_VALUE;
        }
        if (place.position() != Parameter.NAMED) {
            return place.position();
        }
        return place.mandatory() ? 1000 : 2000;
    }

    private static String word(ParameterInfo parameter, String set) {
        ParameterInfo.Place place = parameter.place(set);
        boolean positional = place != null && place.position() != Parameter.NAMED;
        boolean mandatory = place != null && place.mandatory();
        String name = positional ? "[-" + parameter.name() + "]" : "-" + parameter.name();
        String word = parameter.isSwitch() ? "-" + parameter.name() : name + " <" + parameter.typeName() + ">";
        return mandatory ? word : "[" + word + "]";
    }
}
