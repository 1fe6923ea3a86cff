package org.openbits.cmdlets.core;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** A process that was started from here, as it is at the moment of reading. */
public record ProcessItem(Process process) implements Shaped {

    @Override
    public String typeName() {
        return "System.Diagnostics.Process";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Id", "ProcessName", "HasExited", "ExitCode");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "id" -> process.pid();
            case "processname", "name" -> PathText.leaf(process.info().command().orElse(""));
            case "hasexited" -> !process.isAlive();
            case "exitcode" -> process.isAlive() ? null : Integer.valueOf(process.exitValue());
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** Waits for its end; scripts call it on what {@code Start-Process -PassThru} gives. */
    public void waitForExit() throws InterruptedException {
        process.waitFor();
    }

    /** Ends it. */
    public void kill() {
        process.destroy();
    }
}
