package org.openbits.cmdlets.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Get-Variable}: variables as objects. */
@CmdletName(
        verb = "Get",
        noun = "Variable",
        aliases = "gv",
        errorClass = "Microsoft.PowerShell.Commands.GetVariableCommand")
@Help(
        synopsis = "Gives variables with name and value.",
        examples = {
            @Example(title = "All whose name ends so", code = "Get-Variable *Preference"),
            @Example(
                    title = "The value alone",
                    code = "$global:port = 80; Get-Variable -Name port -ValueOnly -Scope Global"),
            @Example(title = "Some of a kind", code = "Get-Variable -Include *Preference -Exclude Debug*, Verbose*")
        })
final class GetVariable extends Cmdlet {

    @Parameter(position = 0, pipeline = true, pipelineByName = true, wildcards = true, help = "The names, without $.")
    private List<String> name = List.of("*");

    @Parameter(help = "Gives the values only.")
    private boolean valueOnly;

    @Parameter(wildcards = true, help = "The names to list.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "The names to leave out.")
    private List<String> exclude = List.of();

    @Parameter(help = "Global, Script, Local, or how many scopes up: only those of that scope.")
    private @Nullable String scope;

    @Override
    protected void process() {
        NameFilter filter = new NameFilter("", include, exclude);
        Map<String, @Nullable Object> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Session session = runtime().service(Session.class);
        variables.putAll(scope == null ? session.variables() : session.variables(scope));
        for (String pattern : name) {
            Predicate<String> wanted = Conversion.wildcard(pattern, false);
            boolean found = false;
            for (Map.Entry<String, @Nullable Object> variable : variables.entrySet()) {
                if (wanted.test(variable.getKey())) {
                    found = true;
                    show(variable.getKey(), variable.getValue(), filter);
                }
            }
            if (!found && !Conversion.hasWildcard(pattern)) {
                writeError(Variables.notFound(pattern));
            }
        }
    }

    private void show(String variable, @Nullable Object value, NameFilter filter) {
        if (filter.accepts(variable)) {
            write(valueOnly ? value : Variables.object(variable, value));
        }
    }
}
