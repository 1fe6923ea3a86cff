package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;

/**
 * .NET's WebClient as far as scripts fall back to it: a file is brought by Start-BitsTransfer in the foreground. Public
 * because scripts call it by name.
 */
public final class WebClient {

    private final Engine engine;
    private final HashTable headers = new HashTable();
    private @Nullable Object proxy;
    private @Nullable Object credentials;

    WebClient(Engine engine) {
        this.engine = engine;
    }

    /** Brings a file; an error ends the statement. */
    public void downloadFile(@Nullable Object address, @Nullable Object fileName) {
        List<Argument> arguments = List.of(
                Argument.named("Source", Conversion.toText(address), -1),
                Argument.named("Destination", Conversion.toText(fileName), -1),
                Argument.named("ErrorAction", "Stop", -1));
        try {
            Calls.call(engine, "Start-BitsTransfer", arguments, null);
        } catch (CmdletException e) {
            throw new NetException("System.Net.WebException", e.record().message(), e);
        }
    }

    public Object getHeaders() {
        return headers;
    }

    public @Nullable Object getProxy() {
        return proxy;
    }

    public void setProxy(@Nullable Object value) {
        proxy = value;
    }

    public @Nullable Object getCredentials() {
        return credentials;
    }

    public void setCredentials(@Nullable Object value) {
        credentials = value;
    }

    /** Nothing is held. */
    public void dispose() {}
}
