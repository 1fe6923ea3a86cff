package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Get-History}: the lines typed so far. */
@CmdletName(
        verb = "Get",
        noun = "History",
        aliases = {"h", "history", "ghy"},
        errorClass = "Microsoft.PowerShell.Commands.GetHistoryCommand")
@Help(
        synopsis = "Lists the lines typed so far, oldest first.",
        examples = {
            @Example(title = "The last five", code = "Get-History -Count 5"),
            @Example(title = "What was typed first", code = "(Get-History -Id 1 -ErrorAction Ignore).CommandLine")
        })
final class GetHistory extends Cmdlet {

    @Parameter(position = 0, pipeline = true, help = "The numbers of lines.")
    private List<Long> id = List.of();

    @Parameter(position = 1, help = "How many of the newest.")
    private int count = Integer.MAX_VALUE;

    @Override
    protected void process() {
        List<String> lines = runtime().service(Session.class).history();
        for (int i = 0; i < lines.size(); i++) {
            long number = i + 1L;
            if (id.isEmpty() ? lines.size() - i <= count : id.contains(number)) {
                write(new CustomObject("Microsoft.PowerShell.Commands.HistoryInfo")
                        .add("Id", number)
                        .add("CommandLine", lines.get(i)));
            }
        }
    }
}
