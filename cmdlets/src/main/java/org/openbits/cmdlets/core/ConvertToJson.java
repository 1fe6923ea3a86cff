package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code ConvertTo-Json}: objects as JSON text. */
@CmdletName(verb = "ConvertTo", noun = "Json", errorClass = "Microsoft.PowerShell.Commands.ConvertToJsonCommand")
@Help(
        synopsis = "Makes JSON text of objects.",
        description =
                "One object is written as it is, several as an array. Objects deeper than -Depth become texts, with"
                        + " a warning. Enumerated values become numbers unless -EnumsAsStrings.",
        examples = {
            @Example(title = "On one line", code = "@{name='big.iso'; size=3} | ConvertTo-Json -Compress"),
            @Example(
                    title = "All levels, one object as array",
                    code = "ConvertTo-Json -InputObject @{ a = @{ b = @{ c = @{ d = 1 } } } } -Depth 5 -AsArray"),
            @Example(
                    title = "Names for numbers, safe in HTML",
                    code = "@{ day = (Get-Date).DayOfWeek; text = '<b>' } | ConvertTo-Json"
                            + " -EnumsAsStrings -EscapeHandling EscapeHtml")
        })
final class ConvertToJson extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    @Parameter(help = "How many objects may stand inside one another.")
    private int depth = 2;

    @Parameter(help = "Leaves out blanks and line ends.")
    private boolean compress;

    @Parameter(help = "Writes enumerated values as texts.")
    private boolean enumsAsStrings;

    @Parameter(help = "Writes an array even of one object.")
    private boolean asArray;

    /** How letters beyond the plainest are written. */
    enum Escapes {
        Default,
        EscapeNonAscii,
        EscapeHtml
    }

    @Parameter(help = "Writes letters beyond ASCII, or those that HTML marks with, as \\uXXXX.")
    private Escapes escapeHandling = Escapes.Default;

    private final List<@Nullable Object> objects = new ArrayList<>();

    @Override
    protected void process() {
        objects.add(inputObject);
    }

    @Override
    protected void end() {
        if (objects.isEmpty()) {
            return;
        }
        Object value = objects.size() == 1 && !asArray ? objects.get(0) : objects;
        JsonText json = new JsonText(depth, compress, enumsAsStrings);
        write(escaped(json.of(value)));
        if (json.isTruncated()) {
            warn("Resulting JSON is truncated as serialization has exceeded the set depth of " + depth + ".");
        }
    }

    private String escaped(String text) {
        return switch (escapeHandling) {
            case Default -> text;
            case EscapeNonAscii -> replaced(text, letter -> letter > 126);
            case EscapeHtml -> replaced(text, letter -> "<>&'".indexOf(letter) >= 0);
        };
    }

    private static String replaced(String text, IntPredicate isEscaped) {
        StringBuilder result = new StringBuilder();
        text.chars().forEach(letter -> {
            if (isEscaped.test(letter)) {
                result.append(String.format(Locale.ROOT, "\\u%04x", letter));
            } else {
                result.append((char) letter);
            }
        });
        return result.toString();
    }
}
