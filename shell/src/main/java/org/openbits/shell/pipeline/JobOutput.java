package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorRecord;

/** What a block beside the session wrote, handed on as if the command that asks for it had written it. */
final class JobOutput {

    private JobOutput() {}

    static void pass(List<@Nullable Object> written, CommandRuntime out) {
        for (Object value : written) {
            if (value instanceof ErrorRecord error) {
                out.writeError(error);
            } else if (value instanceof Streams.Message message) {
                pass(message, out);
            } else {
                out.write(value);
            }
        }
    }

    private static void pass(Streams.Message message, CommandRuntime out) {
        switch (message.stream()) {
            case Streams.WARNING -> out.warn(message.text());
            case Streams.VERBOSE -> out.verbose(message.text());
            case Streams.DEBUG -> out.debug(message.text());
            default -> out.information(message.text(), message.newline(), message.foreground(), message.background());
        }
    }
}
