package org.openbits.cmdlets.core;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** A process of this machine, as it is at the moment of reading. */
public record RunningProcess(ProcessHandle handle) implements Shaped {

    private static final List<String> NAMES = List.of(
            "Id",
            "ProcessName",
            "Path",
            "CommandLine",
            "StartTime",
            "TotalProcessorTime",
            "CPU",
            "WorkingSet64",
            "VirtualMemorySize64",
            "Threads",
            "HasExited");

    /** Without directory and .exe; on Linux what the kernel calls it, which it tells of every process. */
    String name() {
        String known = ProcFile.name(handle.pid());
        return known.isEmpty()
                ? PathText.leaf(handle.info().command().orElse("")).replaceFirst("(?i)\\.exe$", "")
                : known;
    }

    @Override
    public String typeName() {
        return "System.Diagnostics.Process";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
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
            case "cpu" -> seconds();
            case "totalprocessortime" -> handle.info().totalCpuDuration().orElse(Duration.ZERO);
            case "workingset64", "workingset", "ws" -> ProcFile.bytes(handle.pid(), "VmRSS");
            case "virtualmemorysize64", "virtualmemorysize", "vm" -> ProcFile.bytes(handle.pid(), "VmSize");
            case "privatememorysize64", "privatememorysize", "pm", "pagedmemorysize64" ->
                ProcFile.bytes(handle.pid(), "VmData");
            case "peakworkingset64", "peakworkingset" -> ProcFile.bytes(handle.pid(), "VmHWM");
            case "threads" -> ProcFile.number(handle.pid(), "Threads");
            case "npm", "handles", "handlecount" -> 0;
            case "responding" -> true;
            case "mainwindowtitle" -> "";
            case "machinename" -> ".";
            case "sessionid", "si" -> ProcFile.session(handle.pid());
            case "parent" ->
                handle.parent()
                        .map(parent -> (Object) new RunningProcess(parent))
                        .orElse(null);
            case "hasexited" -> !handle.isAlive();
            case "pmmegabytes" -> megabytes("VmData");
            case "wsmegabytes" -> megabytes("VmRSS");
            case "cpuseconds" -> String.format(Locale.ROOT, "%.2f", seconds() == null ? 0.0 : seconds());
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    private @Nullable Double seconds() {
        return handle.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1000.0)
                .orElse(null);
    }

    private String megabytes(String field) {
        return String.format(Locale.ROOT, "%.2f", ProcFile.bytes(handle.pid(), field) / (double) (1 << 20));
    }

    /** Ends it; scripts call it. */
    public void kill() {
        handle.destroyForcibly();
    }

    /** Waits for its end; scripts call it. */
    public boolean waitForExit(int milliseconds) {
        try {
            handle.onExit().get(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException runs) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void waitForExit() {
        handle.onExit().join();
    }

    @Override
    public String toString() {
        return "System.Diagnostics.Process (" + name() + ")";
    }
}
