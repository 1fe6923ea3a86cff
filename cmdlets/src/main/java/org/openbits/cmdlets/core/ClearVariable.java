package org.openbits.cmdlets.core;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Clear-Variable}: empties variables. */
@CmdletName(
        verb = "Clear",
        noun = "Variable",
        shouldProcess = true,
        aliases = "clv",
        errorClass = "Microsoft.PowerShell.Commands.ClearVariableCommand")
@Help(
        synopsis = "Makes variables null and keeps them.",
        examples = {
            @Example(title = "One", code = "$x = 1; Clear-Variable -Name x"),
            @Example(
                    title = "In the whole session",
                    code = "$global:total = 5; Clear-Variable -Name total -Scope Global; $null -eq $total")
        })
final class ClearVariable extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipelineByName = true, wildcards = true, help = "The names, without $.")
    private List<String> name = List.of();

    @Parameter(help = "Global, Script, Local, or how many scopes up.")
    private @Nullable String scope;

    @Override
    protected void process() {
        Session session = runtime().service(Session.class);
        for (String pattern : name) {
            Predicate<String> wanted = Conversion.wildcard(pattern, false);
            List<String> found =
                    session.variables().keySet().stream().filter(wanted).toList();
            for (String variable : found) {
                if (shouldProcess("Name: " + variable, "Clear variable")) {
                    session.setVariable(variable, null, scope);
                }
            }
            if (found.isEmpty() && !Conversion.hasWildcard(pattern)) {
                writeError(Variables.notFound(pattern));
            }
        }
    }
}
