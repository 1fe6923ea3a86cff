package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.ModuleItem;
import org.openbits.automation.Parameter;

/** {@code New-Module}: a module of a block instead of a file. */
@CmdletName(verb = "New", noun = "Module", errorClass = "Microsoft.PowerShell.Commands.NewModuleCommand")
@Help(
        synopsis = "Makes a module of a block; its functions keep variables of their own.",
        description =
                "With -AsCustomObject it gives an object with the functions as methods and the exported variables as"
                        + " properties.",
        examples = {
            @Example(
                    title = "A counter",
                    code =
                            "$counter = New-Module -AsCustomObject { $n = 0; function Next { $script:n++; $n } }; $counter.Next()"),
            @Example(
                    title = "Shows one function, hides the rest",
                    code = "New-Module -Name Greeting -Function Get-Greeting -ScriptBlock { function"
                            + " Get-Word { 'hello' }; function Get-Greeting { Get-Word } }; Get-Greeting"),
            @Example(
                    title = "Gives what the block writes",
                    code = "New-Module -ScriptBlock { param($n) $n * 2 } -ArgumentList 21 -ReturnResult")
        })
final class NewModule extends Cmdlet {

    @Parameter(position = 0, help = "The name of the module; the block may stand in its place.")
    private @Nullable Object name;

    @Parameter(position = 1, help = "The script of the module.")
    private @Nullable Block scriptBlock;

    @Parameter(help = "The functions to make known; the others stay inside.")
    private List<String> function = List.of("*");

    @Parameter(aliases = "Args", help = "What the block gets as $args or by its parameters.")
    private List<Object> argumentList = List.of();

    @Parameter(help = "Gives what the block writes, not the module.")
    private boolean returnResult;

    @Parameter(help = "Gives an object with the functions as methods.")
    private boolean asCustomObject;

    @Override
    protected void process() {
        ScriptModules modules = runtime().service(ScriptModules.class);
        List<@Nullable Object> written = new ArrayList<>();
        Block block = scriptBlock == null && name instanceof Block first ? first : scriptBlock;
        if (block == null) {
            throw runtime()
                    .terminate(ErrorRecord.of(
                            new RuntimeFailure(
                                    "New-Module needs a script block, such as New-Module { function A { } }."),
                            "MissingMandatoryParameter",
                            ErrorCategory.InvalidArgument,
                            null));
        }
        ModuleItem module = modules.make(
                name == block || name == null ? "" : Conversion.toText(name),
                block,
                new ArrayList<>(argumentList),
                function,
                written::add);
        if (asCustomObject) {
            write(modules.object(module));
        } else if (returnResult) {
            written.forEach(this::write);
        } else {
            write(module);
        }
    }
}
