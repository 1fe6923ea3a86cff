package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for mandatory parameters that were not given: one line a value, for lists until an empty line. */
final class MandatoryPrompt {

    private final CmdletInfo info;
    private final Host host;

    MandatoryPrompt(CmdletInfo info, Host host) {
        this.info = info;
        this.host = host;
    }

    /** Says what is asked for. */
    void begin() {
        host.out().println();
        host.out().println("cmdlet " + info.name() + " at command pipeline position 1");
        host.out().println("Supply values for the following parameters:");
    }

    /** The answer; null when there is none. */
    @Nullable
    Object ask(ParameterInfo parameter) {
        if (!parameter.type().isList()) {
            return host.readLine(parameter.name() + ": ");
        }
        List<@Nullable Object> values = new ArrayList<>();
        String line = host.readLine(parameter.name() + "[0]: ");
        while (line != null && !line.isEmpty()) {
            values.add(line);
            line = host.readLine(parameter.name() + "[" + values.size() + "]: ");
        }
        return values.isEmpty() ? null : values;
    }
}
