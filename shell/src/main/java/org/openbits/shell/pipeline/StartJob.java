package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;
import org.openbits.shell.language.VariableName;

/** {@code Start-Job}. */
@CmdletName(
        verb = "Start",
        noun = "Job",
        defaultSet = "ScriptBlock",
        aliases = "sajb",
        errorClass = "Microsoft.PowerShell.Commands.StartJobCommand")
@Help(
        synopsis = "Runs a script block in the background, in a session of its own on a thread of this process.",
        description = "The block sees none of the caller's variables but those it names by $using:. It ends with this"
                + " process; a transfer that it starts does not.",
        examples = @Example(title = "Wait and read", code = "Start-Job { 6 * 7 } | Wait-Job | Receive-Job"))
final class StartJob extends Cmdlet {

    private static final Pattern USING = Pattern.compile("\\$\\{?using:(\\w+)", Pattern.CASE_INSENSITIVE);

    @Parameter(position = 0, mandatory = true, sets = "ScriptBlock", aliases = "Command", help = "The block.")
    private @Nullable ScriptBlock scriptBlock;

    @Parameter(mandatory = true, sets = "FilePath", help = "A script file.")
    private String filePath = "";

    @Parameter(aliases = "Args", help = "What the block's parameters or $args are given.")
    private List<Object> argumentList = List.of();

    @Parameter(help = "The name of the job; Job and its number when left out.")
    private String name = "";

    @Parameter(position = 1, help = "A block that runs before.")
    private @Nullable ScriptBlock initializationScript;

    @Override
    protected void process() {
        Engine engine = runtime().service(Engine.class);
        ScriptJobs jobs = runtime().service(ScriptJobs.class);
        String text = scriptBlock == null ? script() : scriptBlock.text();
        int id = jobs.nextId();
        ScriptJob job = new ScriptJob(id, name.isEmpty() ? "Job" + id : name, text, engine);
        List<Argument> arguments = new ArrayList<>();
        argumentList.forEach(value -> arguments.add(Argument.value(value, -1)));
        jobs.add(job);
        job.start(arguments, used(engine, text), initializationScript == null ? "" : initializationScript.text());
        write(job);
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
            values.put(matcher.group(1), engine.variables().get(new VariableName("", matcher.group(1))));
        }
        return values;
    }
}
