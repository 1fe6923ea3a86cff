package org.openbits.cmdlets.core;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** A process of this machine, as it is at the moment of reading. */
public record RunningProcess(ProcessHandle handle) implements Shaped {

    String name() {
        return PathText.leaf(handle.info().command().orElse(""));
    }

    @Override
    public String typeName() {
        return "System.Diagnostics.Process";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Id", "ProcessName", "Path", "StartTime", "HasExited");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "id", "pid" -> Math.toIntExact(handle.pid());
            case "processname", "name" -> name();
            case "path" -> handle.info().command().orElse("");
            case "commandline" -> handle.info().commandLine().orElse("");
            case "starttime" ->
                handle.info()
                        .startInstant()
                        .map(start -> start.atZone(ZoneId.systemDefault()))
                        .orElse(null);
            case "cpu" ->
                handle.info()
                        .totalCpuDuration()
                        .map(time -> time.toMillis() / 1000.0)
                        .orElse(null);
            case "hasexited" -> !handle.isAlive();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** Ends it; scripts call it. */
    public void kill() {
        handle.destroyForcibly();
    }
}
