package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ErrorRecord;

/** What a {@link ScriptRunner} told beside its output. Public because scripts call it by name; several threads use it. */
public final class RunnerStreams {

    private final List<Object> error = list();
    private final List<Object> warning = list();
    private final List<Object> verbose = list();
    private final List<Object> debug = list();
    private final List<Object> information = list();

    private static List<Object> list() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    void write(@Nullable Object record) {
        if (record instanceof ErrorRecord failure) {
            error.add(failure);
        } else if (record instanceof Streams.Message message) {
            List<Object> stream = switch (message.stream()) {
                case Streams.WARNING -> warning;
                case Streams.VERBOSE -> verbose;
                case Streams.DEBUG -> debug;
                default -> information;
            };
            stream.add(message.record());
        }
    }

    void failed(ErrorRecord record) {
        error.add(record);
    }

    boolean hadErrors() {
        return !error.isEmpty();
    }

    public List<Object> getError() {
        return error;
    }

    public List<Object> getWarning() {
        return warning;
    }

    public List<Object> getVerbose() {
        return verbose;
    }

    public List<Object> getDebug() {
        return debug;
    }

    public List<Object> getInformation() {
        return information;
    }

    public List<Object> getProgress() {
        return new ArrayList<>();
    }

    public void clearStreams() {
        List.of(error, warning, verbose, debug, information).forEach(List::clear);
    }
}
