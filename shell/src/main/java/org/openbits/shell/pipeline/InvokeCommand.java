package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;

/** {@code Invoke-Command} for blocks that run here. */
@CmdletName(
        verb = "Invoke",
        noun = "Command",
        aliases = "icm",
        errorClass = "Microsoft.PowerShell.Commands.InvokeCommandCommand")
@Help(
        synopsis = "Runs a script block in this session.",
        description = "There are no remote sessions: the block runs here, in a scope of its own.",
        examples =
                @Example(
                        title = "With arguments",
                        code = "Invoke-Command { param($a, $b) $a + $b } -ArgumentList 1, 2"))
final class InvokeCommand extends Cmdlet {

    @Parameter(position = 0, mandatory = true, aliases = "Command", help = "The block to run.")
    private ScriptBlock scriptBlock = new NoBlock();

    @Parameter(aliases = "Args", help = "What the block's parameters or $args get.")
    private List<Object> argumentList = List.of();

    @Parameter(help = "Runs it in the caller's scope.")
    private boolean noNewScope;

    @Override
    protected void process() {
        boolean own = scriptBlock instanceof Block && !noNewScope;
        List<@Nullable Object> arguments = new ArrayList<>(argumentList);
        List<@Nullable Object> results =
                own ? ((Block) scriptBlock).call(arguments) : scriptBlock.invoke(null, arguments);
        results.forEach(this::write);
    }

    /** What stands in the field until binding. */
    private static final class NoBlock implements ScriptBlock {
        @Override
        public List<@Nullable Object> invoke(@Nullable Object dollarUnder, List<@Nullable Object> args) {
            return List.of();
        }

        @Override
        public String text() {
            return "";
        }
    }
}
