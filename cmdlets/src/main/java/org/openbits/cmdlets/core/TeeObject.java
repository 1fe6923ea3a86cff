package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.Display;

/** {@code Tee-Object}: copies the stream and passes it on. */
@CmdletName(
        verb = "Tee",
        noun = "Object",
        defaultSet = "File",
        aliases = "tee",
        errorClass = "Microsoft.PowerShell.Commands.TeeObjectCommand")
@Help(
        synopsis = "Writes objects into a file or a variable and passes them on.",
        examples = {
            @Example(title = "Into a variable", code = "1..3 | Tee-Object -Variable numbers | Measure-Object -Sum"),
            @Example(
                    title = "Appended to a file",
                    code = "'one', 'two' | Tee-Object -FilePath to1.log -Append -Encoding utf8"),
            @Example(
                    title = "What a variable holds",
                    code = "$lines = 'a', 'b'; Tee-Object -InputObject $lines -LiteralPath 'to[2].txt'")
        })
final class TeeObject extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "File",
            aliases = "Path",
            help = "The file, as Out-File writes it.")
    private String filePath = "";

    @Parameter(
            mandatory = true,
            sets = "LiteralFile",
            aliases = "PSPath",
            help = "The file; no character is a wildcard.")
    private String literalPath = "";

    @Parameter(mandatory = true, sets = "Variable", help = "The variable that gets the objects.")
    private String variable = "";

    @Parameter(help = "Goes on at the end of the file or variable.")
    private boolean append;

    @Parameter(help = "The encoding of the file.")
    private TextEncoding encoding = TextEncoding.usual();

    @Parameter(pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    private final List<@Nullable Object> collected = new ArrayList<>();
    private @Nullable TextOutput output;
    private @Nullable Display display;

    @Override
    protected void begin() {
        if (!variable.isEmpty()) {
            Object earlier = append ? runtime().variable(variable) : null;
            collected.addAll(earlier == null ? List.of() : Conversion.enumerate(earlier));
            return;
        }
        TextOutput.Mode mode = new TextOutput.Mode(encoding, append, false, false);
        TextOutput opened = TextOutput.open(runtime(), filePath.isEmpty() ? literalPath : filePath, mode);
        output = opened;
        display = opened == null
                ? null
                : Displays.into(runtime(), 0, line -> opened.write(line + System.lineSeparator()));
    }

    @Override
    protected void process() {
        if (!isBound("InputObject")) {
            return;
        }
        if (!variable.isEmpty()) {
            collected.add(inputObject);
        }
        if (display != null) {
            display.show(inputObject);
        }
        write(inputObject);
    }

    @Override
    protected void end() {
        if (!variable.isEmpty()) {
            runtime().setVariable(variable, collected.size() == 1 ? collected.get(0) : collected);
        }
        if (display != null) {
            display.close();
        }
        if (output != null) {
            output.close();
        }
    }
}
