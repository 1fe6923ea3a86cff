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
            case "handle", "safehandle" -> process.pid();
            case "starttime" ->
                process.info()
                        .startInstant()
                        .map(each -> each.atZone(java.time.ZoneId.systemDefault()))
                        .orElse(null);
            case "hasexited" -> !process.isAlive();
            case "exitcode" -> process.isAlive() ? null : Integer.valueOf(process.exitValue());
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** Waits for its end; scripts call it on what {@code Start-Process -PassThru} gives. */
    public void waitForExit() throws InterruptedException {
        process.waitFor();
    }

    /** Waits for its end at most so many milliseconds; tells whether it has ended. */
    public boolean waitForExit(int milliseconds) throws InterruptedException {
        if (milliseconds < 0) {
            process.waitFor();
            return true;
        }
        return process.waitFor(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    /** Ends it. */
    public void kill() {
        process.destroy();
    }

    /** Ends it, and what it started when asked to. */
    public void kill(boolean wholeTree) {
        if (wholeTree) {
            process.descendants().forEach(ProcessHandle::destroy);
        }
        process.destroy();
    }

    /** It is looked at whenever it is asked. */
    public void refresh() {}

    public void close() {}

    public void dispose() {}
}
