package org.openbits.shell;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Host;
import org.openbits.automation.ProgressRecord;

/**
 * A host before a program that reads JSON: the output carries the document and nothing else, so whatever would be shown to
 * people goes to standard error, and nobody is asked.
 *
 * @param streams the standard streams
 */
record DataHost(Host streams) implements Host {

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public int width() {
        return streams.width();
    }

    @Override
    public @Nullable String readLine(String prompt) {
        return streams.readLine(prompt);
    }

    @Override
    public char @Nullable [] readSecret(String prompt) {
        return streams.readSecret(prompt);
    }

    @Override
    public PrintStream out() {
        return streams.err();
    }

    @Override
    public PrintStream err() {
        return streams.err();
    }

    @Override
    public boolean hasColours() {
        return false;
    }

    @Override
    public void progress(ProgressRecord record) {
        streams.progress(record);
    }
}
