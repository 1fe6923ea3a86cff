package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** What the commands on background jobs share: how the jobs are chosen. */
abstract class JobCommand extends Cmdlet {

    @Parameter(pipeline = true, sets = "Job", position = 0, mandatory = true, help = "Jobs.")
    private List<Object> job = List.of();

    @Parameter(sets = "Id", position = 0, mandatory = true, help = "Numbers of jobs.")
    private List<Integer> id = List.of();

    @Parameter(sets = "Name", mandatory = true, wildcards = true, help = "Names of jobs.")
    private List<String> name = List.of();

    /** The jobs that are meant. */
    final List<ScriptJob> chosen() {
        if (!isBound("Job")) {
            return runtime().service(ScriptJobs.class).find(runtime(), id, name);
        }
        if (job.stream().anyMatch(each -> each instanceof CharSequence || each instanceof Integer)) {
            List<Integer> numbers = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Object each : job) {
                if (each instanceof Integer number) {
                    numbers.add(number);
                } else {
                    names.add(each instanceof ScriptJob known ? known.name() : Conversion.toText(each));
                }
            }
            return runtime().service(ScriptJobs.class).find(runtime(), numbers, names);
        }
        return job.stream()
                .map(each -> {
                    if (each instanceof ScriptJob known) {
                        return known;
                    }
                    throw runtime()
                            .terminate(ErrorRecord.of(
                                    new RuntimeFailure("'" + Conversion.toText(each) + "' is no background job."
                                            + " Transfers are waited for with Wait-BitsTransfer."),
                                    "NoJob",
                                    ErrorCategory.InvalidArgument,
                                    each));
                })
                .toList();
    }

    /** {@code Receive-Job}. */
    @CmdletName(
            verb = "Receive",
            noun = "Job",
            defaultSet = "Job",
            aliases = "rcjb",
            errorClass = "Microsoft.PowerShell.Commands.ReceiveJobCommand")
    @Help(
            synopsis = "Gives what background jobs wrote since the last time.",
            examples = {
                @Example(title = "Of all", code = "Get-Job | Receive-Job"),
                @Example(
                        title = "Read twice, then remove",
                        code = "$job = Start-ThreadJob { 6 * 7 } -Name sum; Receive-Job -Name sum"
                                + " -Wait -Keep; Receive-Job -Id $job.Id -Wait -AutoRemoveJob"),
                @Example(
                        title = "As scripts from elsewhere ask",
                        code = "Start-Job { 1 } | Wait-Job | Receive-Job -NoRecurse -Wait -Force")
            })
    static final class Receive extends JobCommand {

        @Parameter(help = "Keeps it for the next time, too.")
        private boolean keep;

        @Parameter(help = "Waits for the end first.")
        private boolean wait;

        @Parameter(help = "Takes the jobs away afterwards; with -Wait.")
        private boolean autoRemoveJob;

        private final JobWait waiting = new JobWait();

        @Parameter(help = "Accepted: the children of a job go with it.")
        private boolean noRecurse;

        @Parameter(help = "With -Wait: accepted, a stopped job has ended.")
        private boolean force;

        @Override
        protected void process() {
            for (ScriptJob each : chosen()) {
                if (wait) {
                    waiting.all(List.of(each), -1);
                }
                JobOutput.pass(each.take(keep), runtime());
                if (autoRemoveJob && !each.isRunning()) {
                    runtime().service(ScriptJobs.class).remove(each);
                }
            }
        }

        @Override
        public void stop() {
            waiting.stop();
        }
    }

    /** {@code Remove-Job}. */
    @CmdletName(
            verb = "Remove",
            noun = "Job",
            defaultSet = "Job",
            aliases = "rjb",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.RemoveJobCommand")
    @Help(
            synopsis = "Forgets background jobs that have ended.",
            examples = {
                @Example(title = "All", code = "Get-Job | Remove-Job -Force"),
                @Example(
                        title = "By name",
                        code = "Start-Job -Name nightly { 1 } | Wait-Job | Out-Null; Remove-Job -Name nightly"),
                @Example(
                        title = "By number",
                        code = "$job = Start-Job { 1 }; Wait-Job $job | Out-Null; Remove-Job -Id $job.Id")
            })
    static final class Remove extends JobCommand {

        @Parameter(aliases = "F", help = "Stops one that still runs.")
        private boolean force;

        @Override
        protected void process() {
            for (ScriptJob each : chosen()) {
                if (each.isRunning() && !force) {
                    writeError(ErrorRecord.of(
                            new RuntimeFailure("The job " + each.name()
                                    + " still runs. Stop-Job stops it, -Force stops and removes it."),
                            "JobObjectNotFinishedCannotBeRemoved",
                            ErrorCategory.InvalidOperation,
                            each));
                } else if (shouldProcess(each.name(), "Remove-Job")) {
                    each.stop();
                    runtime().service(ScriptJobs.class).remove(each);
                }
            }
        }
    }

    /** {@code Stop-Job}. */
    @CmdletName(
            verb = "Stop",
            noun = "Job",
            defaultSet = "Job",
            aliases = "spjb",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.StopJobCommand")
    @Help(
            synopsis = "Stops background jobs.",
            examples = {
                @Example(title = "All", code = "Get-Job | Stop-Job"),
                @Example(
                        title = "One, by its number",
                        code = "$job = Start-Job { 1 }; Stop-Job -Id $job.Id -PassThru; Remove-Job $job -Force"),
                @Example(
                        title = "One, by its name",
                        code = "$job = Start-Job -Name copy { 1 }; Stop-Job -Name copy; Remove-Job $job -Force")
            })
    static final class Stop extends JobCommand {

        @Parameter(help = "Gives the jobs.")
        private boolean passThru;

        private final JobWait waiting = new JobWait();

        @Override
        protected void process() {
            for (ScriptJob each : chosen()) {
                if (each.isRunning() && shouldProcess(each.name(), "Stop-Job")) {
                    each.stop();
                    waiting.all(List.of(each), -1);
                }
                if (passThru) {
                    write(each);
                }
            }
        }

        @Override
        public void stop() {
            waiting.stop();
        }
    }

    /** {@code Wait-Job}. */
    @CmdletName(
            verb = "Wait",
            noun = "Job",
            defaultSet = "Job",
            aliases = "wjb",
            errorClass = "Microsoft.PowerShell.Commands.WaitJobCommand")
    @Help(
            synopsis = "Waits for the end of background jobs and gives them.",
            examples = {
                @Example(title = "At most a minute", code = "Get-Job | Wait-Job -Timeout 60"),
                @Example(
                        title = "One, by its number",
                        code = "$job = Start-Job { 1 }; Wait-Job -Id $job.Id -Force | Receive-Job; Remove-Job $job"),
                @Example(
                        title = "The first of several",
                        code = "$a = Start-Job -Name one { 1 }; $b = Start-Job -Name two { 2 }; Wait-Job -Name one, two"
                                + " -Any | Receive-Job; Remove-Job $a, $b -Force")
            })
    static final class Wait extends JobCommand {

        @Parameter(help = "The first end is enough.")
        private boolean any;

        @Parameter(aliases = "TimeoutSec", help = "The longest wait in seconds.")
        private int timeout = -1;

        private final List<ScriptJob> all = new java.util.ArrayList<>();
        private final JobWait waiting = new JobWait();

        @Parameter(help = "Accepted: a job that cannot go on has ended.")
        private boolean force;

        @Override
        protected void process() {
            all.addAll(chosen());
        }

        @Override
        protected void end() {
            if (any) {
                waiting.any(all, timeout);
            } else {
                waiting.all(all, timeout);
            }
            for (ScriptJob each : all) {
                if (!each.isRunning()) {
                    write(each);
                }
            }
        }

        @Override
        public void stop() {
            waiting.stop();
        }
    }
}
