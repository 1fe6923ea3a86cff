package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code New-Variable}: makes a variable. */
@CmdletName(
        verb = "New",
        noun = "Variable",
        shouldProcess = true,
        aliases = "nv",
        errorClass = "Microsoft.PowerShell.Commands.NewVariableCommand")
@Help(
        synopsis = "Makes a variable that does not exist yet.",
        examples = {
            @Example(title = "A variable", code = "New-Variable answer 42"),
            @Example(
                    title = "One that nobody may change",
                    code = "New-Variable -Name limit -Value 5 -Option ReadOnly -Description 'at"
                            + " most' -Scope Script -Force -PassThru"),
            @Example(title = "Seen by everybody", code = "New-Variable -Name shared -Value 1 -Visibility Public")
        })
final class NewVariable extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "The name, without $.")
    private String name = "";

    @Parameter(position = 1, pipeline = true, pipelineByName = true, help = "The value.")
    private @Nullable Object value;

    @Parameter(help = "Global, Script, Local, or how many scopes up.")
    private @Nullable String scope;

    @Parameter(help = "Replaces one that exists.")
    private boolean force;

    @Parameter(
            values = {"None", "ReadOnly", "Constant", "Private", "AllScope"},
            help = "ReadOnly or Constant: scripts cannot change it.")
    private List<String> option = List.of("None");

    @Parameter(help = "Accepted: descriptions of variables are not kept.")
    private String description = "";

    @Parameter(help = "Gives the variable.")
    private boolean passThru;

    @Parameter(
            values = {"Public", "Private"},
            help = "Accepted: all variables are public.")
    private String visibility = "Public";

    @Override
    protected void process() {
        Session session = runtime().service(Session.class);
        boolean exists = session.variables().keySet().stream().anyMatch(name::equalsIgnoreCase);
        if (exists && !force) {
            writeError(Failures.of(
                    "VariableAlreadyExists",
                    ErrorCategory.ResourceExists,
                    name,
                    "A variable with name '" + name + "' already exists."));
            return;
        }
        if (shouldProcess("Name: " + name + " Value: " + Conversion.toText(value), "New variable")) {
            if (exists) {
                session.removeVariable(name, scope == null ? "Local" : scope);
            }
            session.setVariable(name, value, scope);
            if (option.stream().anyMatch(each -> each.matches("(?i)ReadOnly|Constant"))) {
                session.protectVariable(name, scope);
            }
            if (passThru) {
                write(Variables.object(name, value));
            }
        }
    }
}
