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
        examples = {
            @Example(title = "Succeeds silently", code = "Add-Type -AssemblyName System.Web"),
            @Example(
                    title = "Falls back where C# is refused",
                    code = "try { Add-Type -TypeDefinition 'public class Two { }' -Language CSharp"
                            + " -PassThru -IgnoreWarnings } catch { class Two { }; $Error.Clear() }"),
            @Example(
                    title = "A function instead of C# members",
                    code = "try { Add-Type -Name Calc -Namespace My -UsingNamespace System.Text"
                            + " -MemberDefinition 'int Two() { return 2; }' } catch { function Get-Two {"
                            + " 2 }; $Error.Clear() }"),
            @Example(
                    title = "Says why a file is refused",
                    code = "try { Add-Type -Path calc.cs -ReferencedAssemblies System.Xml } catch {"
                            + " \"$_\"; $Error.Clear() }")
        })
final class AddType extends Cmdlet {

    @Parameter(mandatory = true, sets = "FromAssemblyName", aliases = "AN", help = "Names of assemblies.")
    private List<String> assemblyName = List.of();

    @Parameter(position = 0, mandatory = true, sets = "FromSource", help = "C# source; refused.")
    private String typeDefinition = "";

    @Parameter(mandatory = true, sets = "FromMember", help = "C# source of members; refused.")
    private List<String> memberDefinition = List.of();

    @Parameter(sets = "FromMember", position = 0, help = "The name of the type around the members.")
    private String name = "";

    @Parameter(sets = "FromMember", aliases = "NS", help = "The namespace of that type.")
    private String namespace = "";

    @Parameter(sets = "FromMember", aliases = "Using", help = "Namespaces that the members use.")
    private List<String> usingNamespace = List.of();

    @Parameter(
            mandatory = true,
            sets = "FromPath",
            aliases = "LiteralPath",
            help = "Files of source or assemblies; refused.")
    private List<String> path = List.of();

    @Parameter(
            sets = {"FromSource", "FromMember"},
            values = {"CSharp", "CSharpVersion7", "VisualBasic", "JScript"},
            help = "The language of the source.")
    private String language = "CSharp";

    @Parameter(
            sets = {"FromSource", "FromMember", "FromPath"},
            aliases = "RA",
            help = "Assemblies that the source needs.")
    private List<String> referencedAssemblies = List.of();

    @Parameter(help = "Gives the types that were made: none.")
    private boolean passThru;

    @Parameter(
            sets = {"FromSource", "FromMember", "FromPath"},
            help = "Accepted: nothing is compiled.")
    private boolean ignoreWarnings;

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
