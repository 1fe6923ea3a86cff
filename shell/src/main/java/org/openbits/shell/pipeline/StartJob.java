package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;
import org.openbits.shell.language.VariableName;

/** What the commands that begin background jobs share. */
abstract class StartJob extends Cmdlet {

    private static final Pattern USING = Pattern.compile("[$@]\\{?using:(\\w+(?::\\w+)?)", Pattern.CASE_INSENSITIVE);

    @Parameter(position = 0, mandatory = true, sets = "ScriptBlock", aliases = "Command", help = "The block.")
    private @Nullable ScriptBlock scriptBlock;

    @Parameter(mandatory = true, sets = "FilePath", help = "A script file.")
    private String filePath = "";

    @Parameter(aliases = "Args", help = "What the block's parameters or $args are given.")
    private List<Object> argumentList = List.of();

    @Parameter(help = "The name of the job; Job and its number when left out.")
    private String name = "";

    @Parameter(pipeline = true, help = "What the block finds in $input.")
    private @Nullable Object inputObject;

    @Parameter(position = 1, help = "A block that runs before.")
    private @Nullable ScriptBlock initializationScript;

    /** The job of these arguments; not begun. */
    final ScriptJob made(Engine engine) {
        ScriptJobs jobs = runtime().service(ScriptJobs.class);
        int id = jobs.nextId();
        ScriptJob job = new ScriptJob(id, name.isEmpty() ? "Job" + id : name, text(), engine);
        jobs.add(job);
        return job;
    }

    private String text() {
        return scriptBlock == null ? script() : scriptBlock.text();
    }

    /** Begins it, when a place is free. */
    final void begin(Engine engine, ScriptJob job, @Nullable Semaphore places) {
        List<Argument> arguments = new ArrayList<>();
        argumentList.forEach(value -> arguments.add(Argument.value(value, -1)));
        Map<String, @Nullable Object> values = used(engine, text());
        values.put("input", inputObject == null ? List.of() : Conversion.enumerate(inputObject));
        job.start(arguments, values, initializationScript == null ? "" : initializationScript.text(), places);
    }

    private String script() {
        try {
            return Scripts.text(Files.readAllBytes(runtime().currentDirectory().resolve(filePath)));
        } catch (IOException failure) {
            throw runtime().terminate(ErrorRecord.of(failure, "ScriptFileNotRead", ErrorCategory.ReadError, filePath));
        }
    }

    /** The variables that a block names by $using:, with their values. */
    static Map<String, @Nullable Object> used(Engine engine, String text) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Matcher matcher = USING.matcher(text);
        while (matcher.find()) {
            VariableName name = VariableName.parse(matcher.group(1));
            if (!name.scope().equals("env")) {
                values.put(name.name(), engine.variables().get(name));
            }
        }
        return values;
    }

    /** {@code Start-Job}. */
    @CmdletName(
            verb = "Start",
            noun = "Job",
            defaultSet = "ScriptBlock",
            aliases = "sajb",
            errorClass = "Microsoft.PowerShell.Commands.StartJobCommand")
    @Help(
            synopsis = "Runs a script block in the background, in a session of its own on a thread of this process.",
            description =
                    "The block sees none of the caller's variables but those it names by $using:. It ends with this"
                            + " process; a transfer that it starts does not.",
            examples = {
                @Example(title = "Wait and read", code = "Start-Job { 6 * 7 } | Wait-Job | Receive-Job"),
                @Example(
                        title = "With a name and arguments",
                        code = "Start-Job -Name add -ScriptBlock { param($a, $b) $a + $b } -ArgumentList 2, 3 |"
                                + " Receive-Job -Wait"),
                @Example(
                        title = "A script, in a certain directory",
                        code = "Set-Content sj1.ps1 '(Get-Location).Path'; Start-Job -FilePath sj1.ps1"
                                + " -WorkingDirectory / | Receive-Job -Wait"),
                @Example(
                        title = "With a preparation",
                        code = "Start-Job -ScriptBlock { 3 * $factor } -InitializationScript { $factor = 2 } |"
                                + " Receive-Job -Wait"),
                @Example(
                        title = "With input",
                        code = "Start-Job -ScriptBlock { $input | ForEach-Object { $_ * 2 } } -InputObject (1..3) |"
                                + " Receive-Job -Wait")
            })
    static final class Background extends StartJob {

        @Parameter(help = "The directory that it begins in.")
        private String workingDirectory = "";

        @Override
        protected void process() {
            Engine engine = runtime().service(Engine.class);
            ScriptJob job = made(engine);
            if (!workingDirectory.isEmpty()) {
                job.directory(runtime().currentDirectory().resolve(workingDirectory));
            }
            begin(engine, job, null);
            write(job);
        }
    }

    /** {@code Start-ThreadJob}. */
    @CmdletName(
            verb = "Start",
            noun = "ThreadJob",
            defaultSet = "ScriptBlock",
            errorClass = "ThreadJob.StartThreadJobCommand")
    @Help(
            synopsis = "Runs a script block in the background as Start-Job does, a few at a time.",
            examples = {
                @Example(title = "Wait and read", code = "Start-ThreadJob { 6 * 7 } | Receive-Job -Wait"),
                @Example(
                        title = "With a name and argument",
                        code = "Start-ThreadJob -ScriptBlock { \"Hello, $args\" } -ArgumentList Ann"
                                + " -Name greet -ThrottleLimit 2 | Receive-Job -Wait"),
                @Example(
                        title = "A value set before, and input",
                        code = "Start-ThreadJob -InitializationScript { $factor = 3 }"
                                + " -ScriptBlock { $input | ForEach-Object { $_ * $factor } }"
                                + " -InputObject 4 | Receive-Job -Wait"),
                @Example(
                        title = "A script file",
                        code = "Set-Content work.ps1 '1 + 1'; Start-ThreadJob -FilePath work.ps1 | Receive-Job -Wait")
            })
    static final class Threaded extends StartJob {

        @Parameter(minimum = 1, help = "How many of these jobs run at once in this session.")
        private int throttleLimit = 5;

        @Override
        protected void process() {
            Engine engine = runtime().service(Engine.class);
            ScriptJob job = made(engine);
            begin(engine, job, runtime().service(ScriptJobs.class).places(throttleLimit, isBound("ThrottleLimit")));
            write(job);
        }
    }
}
