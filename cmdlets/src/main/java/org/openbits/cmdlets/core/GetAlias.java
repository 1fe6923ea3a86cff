package org.openbits.cmdlets.core;

import java.util.List;
import java.util.Map;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Alias}: the short names. */
@CmdletName(
        verb = "Get",
        noun = "Alias",
        defaultSet = "Default",
        aliases = "gal",
        errorClass = "Microsoft.PowerShell.Commands.GetAliasCommand")
@Help(
        synopsis = "Lists aliases and what they stand for.",
        examples = {
            @Example(title = "One", code = "Get-Alias ls"),
            @Example(title = "The aliases of a command", code = "Get-Alias -Definition Get-ChildItem"),
            @Example(title = "By a pattern, some left out", code = "Get-Alias -Name g*, l* -Exclude *dir*")
        })
final class GetAlias extends Cmdlet {

    @Parameter(
            position = 0,
            pipeline = true,
            pipelineByName = true,
            wildcards = true,
            sets = "Default",
            help = "The aliases.")
    private List<String> name = List.of("*");

    @Parameter(wildcards = true, sets = "Definition", help = "What they stand for.")
    private List<String> definition = List.of("*");

    @Parameter(wildcards = true, help = "The aliases to leave out.")
    private List<String> exclude = List.of();

    @Override
    protected void process() {
        NameFilter filter = new NameFilter("", List.of(), exclude);
        for (String pattern : isBound("Definition") ? definition : name) {
            int found = 0;
            for (Map.Entry<String, String> alias :
                    runtime().commands().aliases().entrySet()) {
                String compared = isBound("Definition") ? alias.getValue() : alias.getKey();
                if (Conversion.wildcard(pattern, false).test(compared)) {
                    found++;
                    if (filter.accepts(alias.getKey())) {
                        write(Aliases.item(runtime(), alias.getKey(), alias.getValue()));
                    }
                }
            }
            if (found == 0 && !Conversion.hasWildcard(pattern)) {
                writeError(Failures.of(
                        "ItemNotFoundException",
                        ErrorCategory.ObjectNotFound,
                        pattern,
                        "This command cannot find a matching alias because an alias with the "
                                + (isBound("Definition") ? "definition" : "name") + " '" + pattern
                                + "' does not exist."));
            }
        }
    }
}
