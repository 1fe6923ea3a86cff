package org.openbits.shell.pipeline;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** {@code Get-PSCallStack}: the calls that led here, the innermost first. */
@CmdletName(verb = "Get", noun = "PSCallStack", errorClass = "Microsoft.PowerShell.Commands.GetPSCallStackCommand")
@Help(
        synopsis = "Lists the calls that led to this place, the innermost first.",
        examples = @Example(title = "Who calls", code = "(Get-PSCallStack)[0].Command"))
final class CallStack extends Cmdlet {

    @Override
    protected void process() {
        for (String line : runtime().service(Engine.class).calls(null).split("\n")) {
            // at NAME, FILE: line N
            int comma = line.indexOf(", ");
            int colon = line.lastIndexOf(": line ");
            if (!line.startsWith("at ") || comma < 0 || colon < comma) {
                continue;
            }
            String command = line.substring(3, comma);
            String file = line.substring(comma + 2, colon);
            boolean none = file.equals("<No file>");
            write(new CustomObject("System.Management.Automation.CallStackFrame")
                    .add("Command", command)
                    .add("FunctionName", command)
                    .add("Location", (none ? file : file.replaceFirst(".*[/\\\\]", "")) + line.substring(colon))
                    .add("ScriptName", none ? null : file)
                    .add("ScriptLineNumber", Integer.parseInt(line.substring(colon + 7))));
        }
    }
}
