package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Command}: what can be called. */
@CmdletName(
        verb = "Get",
        noun = "Command",
        defaultSet = "CmdletSet",
        aliases = "gcm",
        errorClass = "Microsoft.PowerShell.Commands.GetCommandCommand")
@Help(
        synopsis = "Lists commands: cmdlets, functions, aliases and programs.",
        description =
                "Without a name cmdlets and functions are listed. A name that nothing has is an error, a pattern that"
                        + " nothing matches is not.",
        examples = {
            @Example(
                    title = "Is there such a command?",
                    code = "Get-Command Start-BitsTransfer -ErrorAction SilentlyContinue"),
            @Example(title = "How it is called", code = "Get-Command Sort-Object -Syntax"),
            @Example(title = "What can be done with jobs", code = "Get-Command -Verb Get, Start -Noun *Job*"),
            @Example(
                    title = "Who takes a credential?",
                    code = "Get-Command -Module BitsTransfer -ParameterName Credential -TotalCount 3"),
            @Example(
                    title = "Every program of that name",
                    code = "Get-Command -Name sh -CommandType Application -All -ErrorAction Ignore")
        })
final class GetCommand extends Cmdlet {

    @Parameter(
            position = 0,
            pipeline = true,
            pipelineByName = true,
            wildcards = true,
            sets = "AllCommandSet",
            help = "The names.")
    private List<String> name = List.of();

    @Parameter(pipelineByName = true, wildcards = true, sets = "CmdletSet", help = "The verbs.")
    private List<String> verb = List.of();

    @Parameter(pipelineByName = true, wildcards = true, sets = "CmdletSet", help = "The nouns.")
    private List<String> noun = List.of();

    @Parameter(pipelineByName = true, wildcards = true, aliases = "PSSnapin", help = "The modules.")
    private List<String> module = List.of();

    @Parameter(
            pipelineByName = true,
            aliases = "Type",
            sets = "AllCommandSet",
            values = {"Alias", "Function", "Cmdlet", "Application", "All"},
            help = "The kinds of commands.")
    private List<String> commandType = List.of();

    @Parameter(pipelineByName = true, help = "Gives the ways to call it, as text.")
    private boolean syntax;

    @Parameter(wildcards = true, help = "Commands with a parameter of that name.")
    private List<String> parameterName = List.of();

    @Parameter(pipelineByName = true, help = "Gives all programs of that name, not only the first.")
    private boolean all;

    @Parameter(help = "How many at most.")
    private int totalCount = -1;

    private int written;

    @Override
    protected void process() {
        if (name.isEmpty()) {
            find("*");
        }
        for (String wanted : name) {
            int before = written;
            find(wanted);
            if (written == before && !Conversion.hasWildcard(wanted)) {
                writeError(Failures.of(
                        "CommandNotFoundException",
                        ErrorCategory.ObjectNotFound,
                        wanted,
                        "The term '" + wanted + "' is not recognized as a name of a cmdlet, function, script file, or"
                                + " executable program. Check the spelling of the name, or if a path was included, verify"
                                + " that the path is correct and try again."));
            }
        }
    }

    private void find(String wanted) {
        CommandSearch search = new CommandSearch(runtime());
        for (CommandItem item : search.find(wanted, all)) {
            boolean isListed = !name.isEmpty()
                    || isOf("Alias", "Application")
                    || !item.kind().equals("Alias") && !item.kind().equals("Application");
            if (isListed && matches(item) && written != totalCount) {
                written++;
                write(syntax ? syntaxOf(item) : item);
            }
        }
    }

    private static String syntaxOf(CommandItem item) {
        CmdletInfo info = item.info();
        return info == null ? item.definition() : String.join("\n", CommandSyntax.of(info));
    }

    private boolean matches(CommandItem item) {
        CmdletInfo info = item.info();
        boolean isKind = commandType.isEmpty() || isOf("All", item.kind());
        boolean hasParameters = parameterName.isEmpty()
                || info != null
                        && info.parameters().stream().anyMatch(parameter -> fits(parameterName, parameter.name()));
        return isKind
                && hasParameters
                && fits(verb, info == null ? "" : info.verb())
                && fits(noun, info == null ? "" : info.noun())
                && fits(module, item.source());
    }

    private boolean isOf(String... kinds) {
        return commandType.stream().anyMatch(type -> List.of(kinds).stream().anyMatch(type::equalsIgnoreCase));
    }

    private static boolean fits(List<String> patterns, String text) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern -> Conversion.wildcard(pattern, false).test(text));
    }
}
