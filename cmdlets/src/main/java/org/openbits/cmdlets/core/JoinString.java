package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Formats;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.PropertyExpression;

/** {@code Join-String}: one text of many objects. */
@CmdletName(verb = "Join", noun = "String", errorClass = "Microsoft.PowerShell.Commands.JoinStringCommand")
@Help(
        synopsis = "Makes one text of the objects of the pipeline.",
        examples = {
            @Example(title = "With commas", code = "1..3 | Join-String -Separator ', '"),
            @Example(
                    title = "A property of each, quoted",
                    code = "Get-Item . | Join-String -Property Name -DoubleQuote"),
            @Example(
                    title = "A list in brackets",
                    code = "'a', 'b' | Join-String -SingleQuote -Separator ', ' -OutputPrefix '(' -OutputSuffix ')'"),
            @Example(
                    title = "Each number with two digits",
                    code = "1..3 | Join-String -FormatString '{0:d2}' -Separator ' '"),
            @Example(title = "One object alone", code = "Join-String -InputObject 7 -OutputPrefix 'No. '")
        })
final class JoinString extends Cmdlet {

    @Parameter(position = 0, help = "The property, or a block, that gives the text of an object.")
    private @Nullable Object property;

    @Parameter(position = 1, help = "What stands between two texts.")
    private String separator = "";

    @Parameter(aliases = "op", help = "What stands before all.")
    private String outputPrefix = "";

    @Parameter(aliases = "os", help = "What stands after all.")
    private String outputSuffix = "";

    @Parameter(help = "Puts each text into single quotes.")
    private boolean singleQuote;

    @Parameter(help = "Puts each text into double quotes.")
    private boolean doubleQuote;

    @Parameter(help = "How each text is written, {0} being the object.")
    private String formatString = "";

    @Parameter(pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    private final List<String> texts = new ArrayList<>();
    private List<PropertyExpression> expressions = List.of();

    @Override
    protected void begin() {
        expressions = property == null ? List.of() : Properties.of(List.of(property), runtime());
    }

    @Override
    protected void process() {
        if (inputObject == null) {
            return;
        }
        Object value = expressions.isEmpty() ? inputObject : expressions.get(0).value(inputObject);
        String text = formatString.isEmpty()
                ? Conversion.toText(value)
                : Formats.composite(formatString, java.util.Collections.singletonList(value));
        String quote = singleQuote ? "'" : doubleQuote ? "\"" : "";
        texts.add(quote + text + quote);
    }

    @Override
    protected void end() {
        write(outputPrefix + String.join(separator, texts) + outputSuffix);
    }
}
