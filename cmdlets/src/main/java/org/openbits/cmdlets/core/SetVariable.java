package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Set-Variable}: gives a variable a value. */
@CmdletName(
        verb = "Set",
        noun = "Variable",
        shouldProcess = true,
        aliases = {"sv", "set"},
        errorClass = "Microsoft.PowerShell.Commands.SetVariableCommand")
@Help(
        synopsis = "Gives variables a value; those that do not exist are made.",
        examples = {
            @Example(title = "By a computed name", code = "Set-Variable \"job1\" 42"),
            @Example(
                    title = "Read-only, with a description",
                    code = "Set-Variable -Name limit -Value 10 -Option ReadOnly -Description 'At most' -Visibility"
                            + " Public -Force -PassThru"),
            @Example(
                    title = "For the whole session",
                    code = "Set-Variable -Name mirror -Value 'http://127.0.0.1/' -Scope Global")
        })
final class SetVariable extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "The names, without $.")
    private List<String> name = List.of();

    @Parameter(position = 1, pipeline = true, pipelineByName = true, help = "The value.")
    private @Nullable Object value;

    @Parameter(help = "Global, Script, Local, or how many scopes up.")
    private @Nullable String scope;

    @Parameter(help = "Gives the variables.")
    private boolean passThru;

    @Parameter(help = "Changes one that is read-only, too.")
    private boolean force;

    @Parameter(
            values = {"None", "ReadOnly", "Constant", "Private", "AllScope"},
            help = "ReadOnly or Constant: scripts cannot change it.")
    private List<String> option = List.of("None");

    private final List<@Nullable Object> values = new ArrayList<>();

    @Parameter(help = "Accepted: descriptions of variables are not kept.")
    private String description = "";

    @Parameter(
            values = {"Public", "Private"},
            help = "Accepted: all variables are public.")
    private String visibility = "Public";

    @Override
    protected void process() {
        if (isBound("Value")) {
            values.add(value);
        }
    }

    @Override
    protected void end() {
        Object all = values.isEmpty() ? null : values.size() == 1 ? values.get(0) : values;
        for (String variable : name) {
            if (shouldProcess("Name: " + variable + " Value: " + Conversion.toText(all), "Set variable")) {
                Session session = runtime().service(Session.class);
                if (force) {
                    session.removeVariable(variable, scope == null ? "Local" : scope);
                }
                session.setVariable(variable, all, scope);
                if (option.stream().anyMatch(each -> each.matches("(?i)ReadOnly|Constant"))) {
                    session.protectVariable(variable, scope);
                }
                if (passThru) {
                    write(Variables.object(variable, all));
                }
            }
        }
    }
}
