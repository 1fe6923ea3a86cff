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

/** {@code Remove-Variable}: takes variables away. */
@CmdletName(
        verb = "Remove",
        noun = "Variable",
        shouldProcess = true,
        aliases = "rv",
        errorClass = "Microsoft.PowerShell.Commands.RemoveVariableCommand")
@Help(
        synopsis = "Takes variables away.",
        examples = {
            @Example(title = "One", code = "$x = 1; Remove-Variable x"),
            @Example(
                    title = "A read-only one",
                    code = "Set-Variable -Name limit -Value 3 -Option ReadOnly -Scope Script; Remove-Variable -Name"
                            + " limit -Scope Script -Force")
        })
final class RemoveVariable extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipelineByName = true, wildcards = true, help = "The names, without $.")
    private List<String> name = List.of();

    @Parameter(help = "Global, Script, Local, or how many scopes up.")
    private @Nullable String scope;

    @Parameter(help = "Accepted: no variable is protected.")
    private boolean force;

    @Override
    protected void process() {
        Session session = runtime().service(Session.class);
        for (String pattern : name) {
            Predicate<String> wanted = Conversion.wildcard(pattern, false);
            List<String> found =
                    session.variables().keySet().stream().filter(wanted).toList();
            for (String variable : found) {
                if (shouldProcess("Name: " + variable, "Remove variable")) {
                    session.removeVariable(variable, scope);
                }
            }
            if (found.isEmpty() && !Conversion.hasWildcard(pattern)) {
                writeError(Variables.notFound(pattern));
            }
        }
    }
}
