package org.openbits.cmdlets.core;

import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ConsoleColor;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;

/** {@code Write-Host}: tells people something; it is no output. */
@CmdletName(verb = "Write", noun = "Host", errorClass = "Microsoft.PowerShell.Commands.WriteHostCommand")
@Help(
        synopsis = "Shows text on the console; nothing goes down the pipeline.",
        examples = {
            @Example(title = "In colour", code = "Write-Host 'Done' -ForegroundColor Green"),
            @Example(
                    title = "Elements on one line",
                    code = "Write-Host -Object 1, 2, 3 -Separator ', ' -BackgroundColor DarkBlue -NoNewline")
        })
final class WriteHost extends Cmdlet {

    @Parameter(
            position = 0,
            pipeline = true,
            remaining = true,
            aliases = {"Msg", "Message"},
            help = "What to show.")
    private @Nullable Object object;

    @Parameter(help = "Stays on the line.")
    private boolean noNewline;

    @Parameter(help = "Stands between elements; a blank when left out.")
    private Object separator = " ";

    @Parameter(help = "The colour of the text.")
    private @Nullable ConsoleColor foregroundColor;

    @Parameter(help = "The colour behind the text.")
    private @Nullable ConsoleColor backgroundColor;

    @Override
    protected void process() {
        runtime().information(text(object), !noNewline, foregroundColor, backgroundColor);
    }

    private String text(@Nullable Object value) {
        if (!(value instanceof Iterable<?> elements) || value instanceof Path) {
            return value instanceof Map<?, ?> ? Members.typeName(value) : Conversion.toText(value);
        }
        StringJoiner joined = new StringJoiner(Conversion.toText(separator));
        elements.forEach(element -> joined.add(text(element)));
        return joined.toString();
    }
}
