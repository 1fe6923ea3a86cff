package org.openbits.cmdlets.core;

import java.util.List;
import java.util.function.Predicate;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;
import org.openbits.automation.Suggestion;

/** {@code Get-Help}: the help page of a command. */
@CmdletName(
        verb = "Get",
        noun = "Help",
        defaultSet = "AllUsersView",
        aliases = {"help", "man"},
        errorClass = "Microsoft.PowerShell.Commands.GetHelpCommand")
@Help(
        synopsis = "Shows the help page of a command.",
        description = "A name with wildcards, or a part of a name, lists the commands that have it.",
        examples = {
            @Example(title = "The examples of a command", code = "Get-Help Select-Object -Examples"),
            @Example(title = "One parameter", code = "Get-Help Sort-Object -Parameter Property"),
            @Example(title = "What is there for files?", code = "Get-Help *-Item"),
            @Example(title = "All there is to know", code = "Get-Help -Name Sort-Object -Full"),
            @Example(title = "Parameters and examples", code = "Get-Help -Name Sort-Object -Detailed")
        })
final class GetHelp extends Cmdlet {

    private static final String OVERVIEW = """
            Get-Help NAME        shows the page of a command, -Examples its examples
            Get-Help *WORD*      lists the commands with a word in their names
            Get-Command          lists all; Get-Command -Noun BitsTransfer those of jobs

            Start-BitsTransfer URL FILE                  fetches a file and waits
            Start-BitsTransfer URL FILE -Asynchronous    fetches it in the background
            Get-BitsTransfer, Watch-BitsTransfer         show how jobs get on
            Complete-BitsTransfer                        gives their files the names

            At the prompt Tab completes, Ctrl-R searches what was typed before, and
            Ctrl-C stops a command. 'COMMAND -?' shows its page, too.
            """;

    @Parameter(position = 0, pipelineByName = true, wildcards = true, help = "The command.")
    private String name = "";

    @Parameter(sets = "AllUsersView", help = "Shows everything.")
    private boolean full;

    @Parameter(sets = "DetailedView", mandatory = true, help = "Shows the parameters and examples too.")
    private boolean detailed;

    @Parameter(sets = "Examples", mandatory = true, help = "Shows the examples only.")
    private boolean examples;

    @Parameter(
            sets = "Parameters",
            mandatory = true,
            wildcards = true,
            help = "Shows the parameters of that name only.")
    private String parameter = "";

    @Override
    protected void process() {
        if (name.isEmpty()) {
            overview();
            return;
        }
        CmdletInfo info = runtime().commands().find(name);
        if (info != null) {
            show(info);
            return;
        }
        CmdletInfo function = runtime().service(Session.class).function(name);
        if (function != null) {
            show(function);
            return;
        }
        List<CmdletInfo> matches = matches();
        if (matches.size() == 1) {
            show(matches.get(0));
        } else if (matches.isEmpty()) {
            notFound();
        } else {
            matches.forEach(this::list);
        }
    }

    private void overview() {
        OVERVIEW.lines().forEach(this::write);
    }

    private void show(CmdletInfo info) {
        HelpPage page = page(info);
        List<String> lines;
        if (examples) {
            lines = page.examplesOnly();
        } else if (!parameter.isEmpty()) {
            lines = page.parameters(parameter);
        } else if (full) {
            lines = page.full();
        } else {
            lines = detailed ? page.detailed() : page.brief();
        }
        if (lines.isEmpty()) {
            writeError(Failures.of(
                    "NoMatchingParametersFound",
                    ErrorCategory.ObjectNotFound,
                    parameter,
                    "No parameter of " + info.name() + " matches criteria " + parameter + "."));
        } else if (parameter.isEmpty()) {
            write(new HelpItem(info, List.copyOf(lines)));
        } else {
            Predicate<String> wanted = Conversion.wildcard(parameter, false);
            info.parameters().stream()
                    .filter(each ->
                            wanted.test(each.name()) || each.aliases().stream().anyMatch(wanted))
                    .forEach(each -> write(HelpParameter.of(each, page(info).parameters(each.name()))));
        }
    }

    private HelpPage page(CmdletInfo info) {
        return new HelpPage(info, runtime().host().width() - 1);
    }

    /** Commands with that name as a pattern, else with that text in their name. */
    private List<CmdletInfo> matches() {
        Predicate<String> pattern = Conversion.wildcard(Conversion.hasWildcard(name) ? name : "*" + name + "*", false);
        return runtime().commands().all().stream()
                .filter(info -> pattern.test(info.name()))
                .toList();
    }

    private void list(CmdletInfo info) {
        write(new CustomObject("HelpInfoShort")
                .add("Name", info.name())
                .add("Category", "Cmdlet")
                .add("Module", info.source())
                .add("Synopsis", info.synopsis()));
    }

    private void notFound() {
        String nearest = Suggestion.nearest(
                name, runtime().commands().all().stream().map(CmdletInfo::name).toList());
        writeError(Failures.of(
                "HelpNotFound",
                ErrorCategory.ResourceUnavailable,
                name,
                "Get-Help could not find " + name + " in a help file in this session."
                        + (nearest == null ? "" : " Did you mean '" + nearest + "'?")
                        + " Get-Command lists the commands there are."));
    }
}
