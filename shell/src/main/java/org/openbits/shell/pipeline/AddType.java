package org.openbits.shell.pipeline;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Add-Type -AssemblyName}: the types this shell knows need no loading; code in C# is refused. */
@CmdletName(
        verb = "Add",
        noun = "Type",
        defaultSet = "FromAssemblyName",
        errorClass = "Microsoft.PowerShell.Commands.AddTypeCommand")
@Help(
        synopsis = "Asks for the types of a .NET assembly.",
        description = "The .NET types that this shell knows are always there, so that naming their assembly does"
                + " nothing. C# source cannot be compiled here.",
        examples = @Example(title = "Succeeds silently", code = "Add-Type -AssemblyName System.Web"))
final class AddType extends Cmdlet {

    @Parameter(mandatory = true, sets = "FromAssemblyName", aliases = "AN", help = "Names of assemblies.")
    private List<String> assemblyName = List.of();

    @Parameter(position = 0, mandatory = true, sets = "FromSource", help = "C# source; refused.")
    private String typeDefinition = "";

    @Override
    protected void process() {
        if (assemblyName.isEmpty()) {
            throw runtime()
                    .terminate(ErrorRecord.of(
                            new RuntimeFailure(
                                    "C# source cannot be compiled in this shell. Use its own types, Java's from"
                                            + " Groovy, or a function."),
                            "SOURCE_CODE_ERROR",
                            ErrorCategory.NotImplemented,
                            typeDefinition));
        }
    }
}
