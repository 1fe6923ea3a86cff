package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorRecord;
import org.openbits.cmdlets.core.CoreCmdlets;

/** Sessions with the general cmdlets. */
final class Sessions {

    private Sessions() {}

    static ShellSession session(ScriptedHost host) {
        CmdletRegistry registry = new CmdletRegistry();
        CoreCmdlets.register(registry);
        return new ShellSession(registry, host);
    }

    /** What a text gives, as one line: elements parted by {@code |}; an error as its id. */
    static String value(String text) {
        try {
            return text(session(new ScriptedHost()).evaluate(text, "test"));
        } catch (CmdletException e) {
            return "!" + e.record().fullyQualifiedErrorId();
        }
    }

    private static String text(List<@Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        String bar = "";
        for (Object value : values) {
            text.append(bar).append(one(value));
            bar = "|";
        }
        return text.toString();
    }

    private static String one(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof ErrorRecord record) {
            return "error " + record.fullyQualifiedErrorId();
        }
        return Conversion.isMany(value) ? "(" + text(Conversion.enumerate(value)) + ")" : Conversion.toText(value);
    }
}
