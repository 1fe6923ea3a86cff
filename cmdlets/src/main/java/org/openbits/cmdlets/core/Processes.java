package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.StoppableWait;

/** The commands on processes of this machine. */
final class Processes {

    private Processes() {}

    /** What they share: how processes are chosen. */
    abstract static class Command extends Cmdlet {

        @Parameter(
                position = 0,
                sets = "Name",
                pipelineByName = true,
                aliases = "ProcessName",
                wildcards = true,
                help = "Names of programs, without directory and .exe.")
        private List<String> name = List.of();

        @Parameter(sets = "Id", mandatory = true, pipelineByName = true, aliases = "PID", help = "Numbers.")
        private List<Integer> id = List.of();

        final boolean choosesAll() {
            return name.isEmpty() && id.isEmpty();
        }

        final List<RunningProcess> chosen() {
            List<RunningProcess> found = new ArrayList<>();
            for (int number : id) {
                ProcessHandle.of(number)
                        .map(RunningProcess::new)
                        .ifPresentOrElse(found::add, () -> missing(Integer.toString(number), "identifier"));
            }
            for (String each : name) {
                Predicate<String> test = Conversion.wildcard(each.replaceFirst("(?i)\\.exe$", ""), false);
                List<RunningProcess> matching = all().stream()
                        .filter(process -> test.test(process.name()))
                        .toList();
                found.addAll(matching);
                if (matching.isEmpty() && !Conversion.hasWildcard(each)) {
                    missing(each, "name");
                }
            }
            return found;
        }

        final List<RunningProcess> all() {
            return ProcessHandle.allProcesses()
                    .sorted(Comparator.comparingLong(ProcessHandle::pid))
                    .map(RunningProcess::new)
                    .toList();
        }

        private void missing(String what, String kind) {
            String id = kind.equals("name") ? "NoProcessFoundForGivenName" : "NoProcessFoundForGivenId";
            writeError(Failures.of(
                    id,
                    ErrorCategory.ObjectNotFound,
                    what,
                    "Cannot find a process with the " + (kind.equals("name") ? "name \"" : "process identifier ") + what
                            + (kind.equals("name") ? "\". Verify the process name and call the cmdlet again." : ".")));
        }
    }

    /** {@code Get-Process}. */
    @CmdletName(
            verb = "Get",
            noun = "Process",
            defaultSet = "Name",
            aliases = {"gps", "ps"},
            errorClass = "Microsoft.PowerShell.Commands.GetProcessCommand")
    @Help(
            synopsis = "Gives the processes of this machine.",
            examples = {
                @Example(title = "This one", code = "(Get-Process -Id $PID).Id"),
                @Example(title = "Those of a name", code = "Get-Process -Name java* | Select-Object Id, Name")
            })
    static final class Get extends Command {
        @Override
        protected void process() {
            (choosesAll() ? all() : chosen()).forEach(this::write);
        }
    }

    /** {@code Stop-Process}. */
    @CmdletName(
            verb = "Stop",
            noun = "Process",
            defaultSet = "Name",
            aliases = {"spps", "kill"},
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.StopProcessCommand")
    @Help(
            synopsis = "Ends processes; -Force without giving them time.",
            examples = {
                @Example(title = "Would end this one", code = "Stop-Process -Id $PID -WhatIf"),
                @Example(
                        title = "Would end all of a name",
                        code = "Stop-Process -Name backup* -Force -PassThru -WhatIf")
            })
    static final class Stop extends Command {

        @Parameter(help = "Gives them no time to end well.")
        private boolean force;

        @Parameter(help = "Gives the processes.")
        private boolean passThru;

        @Override
        protected void process() {
            for (RunningProcess each : chosen()) {
                if (!shouldProcess(each.name() + " (" + each.handle().pid() + ")", "Stop-Process")) {
                    continue;
                }
                boolean asked =
                        force ? each.handle().destroyForcibly() : each.handle().destroy();
                if (!asked && each.handle().isAlive()) {
                    writeError(Failures.of(
                            "CouldNotStopProcess",
                            ErrorCategory.CloseError,
                            each,
                            "Cannot stop process \"" + each.name() + " ("
                                    + each.handle().pid() + ")\": it belongs to another account."));
                }
                if (passThru) {
                    write(each);
                }
            }
        }
    }

    /** {@code Wait-Process}. */
    @CmdletName(
            verb = "Wait",
            noun = "Process",
            defaultSet = "Name",
            errorClass = "Microsoft.PowerShell.Commands.WaitProcessCommand")
    @Help(
            synopsis = "Waits for the end of processes.",
            examples = {
                @Example(title = "At most a minute", code = "Wait-Process -Name backup* -Timeout 60"),
                @Example(
                        title = "One that was started",
                        code = "$p = Start-Process java -ArgumentList '-version' -PassThru;"
                                + " Wait-Process -Id $p.Id -Timeout 60 -ErrorAction Ignore")
            })
    static final class Wait extends Command {

        @Parameter(aliases = "TimeoutSec", help = "The longest wait in seconds.")
        private int timeout = Integer.MAX_VALUE;

        private final StoppableWait waiting = new StoppableWait();

        @Override
        protected void process() {
            CompletableFuture<?>[] ends =
                    chosen().stream().map(each -> each.handle().onExit()).toArray(CompletableFuture<?>[]::new);
            if (!waiting.await(CompletableFuture.allOf(ends), timeout)) {
                writeError(Failures.of(
                        "ProcessNotTerminated",
                        ErrorCategory.CloseError,
                        null,
                        "This command stopped the operation because a process has not ended within " + timeout
                                + " seconds."));
            }
        }

        @Override
        public void stop() {
            waiting.stop();
        }
    }
}
