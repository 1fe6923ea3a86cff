package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Set-Item}: entries of the session's drives. */
@CmdletName(
        verb = "Set",
        noun = "Item",
        aliases = "si",
        shouldProcess = true,
        errorClass = "Microsoft.PowerShell.Commands.SetItemCommand")
@Help(
        synopsis = "Sets a variable of the environment or the session, a function or an alias by its path.",
        description = "Files have content, which Set-Content sets.",
        examples = {
            @Example(title = "For programs started from here", code = "Set-Item Env:LANG C -WhatIf"),
            @Example(
                    title = "Set and read back",
                    code = "Set-Item -Path Env:TOOL_COLOUR -Value blue -Force; $env:TOOL_COLOUR;"
                            + " Remove-Item Env:TOOL_COLOUR")
        })
final class SetItem extends Cmdlet {

    private static final Pattern DRIVE = Pattern.compile("(?i)(env|variable|function|alias):[/\\\\]?(.+)");

    @Parameter(
            position = 0,
            mandatory = true,
            pipelineByName = true,
            aliases = {"LiteralPath", "PSPath"},
            help = "Such as Env:NAME, Variable:name, Function:name or Alias:name.")
    private List<String> path = List.of();

    @Parameter(position = 1, pipeline = true, pipelineByName = true, help = "The value.")
    private @Nullable Object value;

    @Parameter(help = "Accepted: nothing is protected.")
    private boolean force;

    @Override
    protected void process() {
        for (String each : path) {
            Matcher matcher = DRIVE.matcher(each);
            if (!matcher.matches()) {
                writeError(ErrorRecord.of(
                        new RuntimeFailure("'" + each + "' is no path of a drive of the session (Env:, Variable:,"
                                + " Function:, Alias:). Set-Content writes files."),
                        "NotSupported",
                        ErrorCategory.NotImplemented,
                        each));
            } else if (shouldProcess("Item: " + each + " Value: " + Conversion.toText(value), "Set Item")) {
                set(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
            }
        }
    }

    private void set(String drive, String name) {
        Engine engine = runtime().service(Engine.class);
        switch (drive) {
            case "env" -> engine.environment().put(name, Conversion.toText(value));
            case "variable" -> runtime().service(Session.class).setVariable(name, value, null);
            case "alias" -> runtime().commands().alias(name, Conversion.toText(value));
            default -> {
                Block body =
                        value instanceof Block block ? block : engine.types().block(Conversion.toText(value));
                engine.scope().global().define(new ScriptFunction(name, body.body()));
            }
        }
    }
}
