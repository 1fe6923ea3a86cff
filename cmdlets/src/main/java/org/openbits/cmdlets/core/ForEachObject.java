package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.ParallelBlocks;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;
import org.openbits.cmdlets.core.display.PropertyExpression;

/** {@code ForEach-Object}: does something with each object. */
@CmdletName(
        verb = "ForEach",
        noun = "Object",
        defaultSet = "ScriptBlockSet",
        aliases = {"%", "foreach"},
        errorClass = "Microsoft.PowerShell.Commands.ForEachObjectCommand")
@Help(
        synopsis = "Does something with each object of the pipeline.",
        description = "Runs a script block with the object as $_, reads a property, or calls a method.",
        examples = {
            @Example(title = "A script block", code = "1..3 | ForEach-Object { $_ * 2 }"),
            @Example(title = "Several at once", code = "1..4 | ForEach-Object -Parallel { $_ * $_ } -ThrottleLimit 2"),
            @Example(title = "A property", code = "'one', 'three' | ForEach-Object Length"),
            @Example(
                    title = "Before, for each, after",
                    code = "1..3 | ForEach-Object { $sum = 0 } { $sum += $_ } { $sum }"),
            @Example(
                    title = "A sum, each part named",
                    code = "1..3 | ForEach-Object -Begin { $sum = 0 } -Process { $sum += $_ } -End { $sum }"),
            @Example(
                    title = "First and last from a list",
                    code = "1..2 | ForEach-Object -Process { 'start' } -RemainingScripts { \"item $_\" }, { 'end' }"),
            @Example(
                    title = "A method with its argument",
                    code = "ForEach-Object -InputObject 'a-b-c' -MemberName Split -ArgumentList '-'"),
            @Example(
                    title = "At once, at most ten seconds",
                    code = "1..4 | ForEach-Object -Parallel { $_ * $_ } -TimeoutSeconds 10"),
            @Example(
                    title = "At once, in the background",
                    code = "1..4 | ForEach-Object -Parallel { $_ * $_ } -AsJob | Receive-Job -Wait")
        })
final class ForEachObject extends Cmdlet {

    private static final String BLOCKS = "ScriptBlockSet";
    private static final String MEMBER = "PropertyAndMethodSet";
    private static final String PARALLEL = "ParallelParameterSet";

    @Parameter(position = 0, mandatory = true, sets = BLOCKS, help = "What to do with each object; $_ is the object.")
    private List<ScriptBlock> process = List.of();

    @Parameter(sets = BLOCKS, help = "What to do before the first object.")
    private @Nullable ScriptBlock begin;

    @Parameter(sets = BLOCKS, help = "What to do after the last object.")
    private @Nullable ScriptBlock end;

    @Parameter(
            sets = BLOCKS,
            remaining = true,
            help = "Further blocks: of three the first runs before, the last after.")
    private List<ScriptBlock> remainingScripts = List.of();

    @Parameter(position = 0, mandatory = true, sets = MEMBER, help = "The property to read or the method to call.")
    private String memberName = "";

    @Parameter(sets = MEMBER, aliases = "Args", remaining = true, help = "What to hand to the method.")
    private List<Object> argumentList = List.of();

    @Parameter(
            sets = PARALLEL,
            mandatory = true,
            help = "What to do with each object, several at once, each in a session of its own: variables of the caller"
                    + " are there as $using:name.")
    private @Nullable ScriptBlock parallel;

    @Parameter(sets = PARALLEL, help = "How many run at once.")
    private int throttleLimit = 5;

    @Parameter(sets = PARALLEL, help = "The longest wait for all of them in seconds; 0: none.")
    private int timeoutSeconds;

    @Parameter(sets = PARALLEL, help = "Gives a background job that does it.")
    private boolean asJob;

    @Parameter(pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    private final List<ScriptBlock> each = new ArrayList<>();
    private final List<@Nullable Object> items = new ArrayList<>();
    private ParallelBlocks.@Nullable Run runs;

    @Override
    protected void begin() {
        if (parallel != null && !asJob) {
            runs = runtime().service(ParallelBlocks.class).begin(parallel, Math.max(1, throttleLimit));
        }
        each.addAll(process);
        each.addAll(remainingScripts);
        if (begin == null && each.size() > 1) {
            begin = each.remove(0);
        }
        if (end == null && each.size() > 1) {
            end = each.remove(each.size() - 1);
        }
        run(begin, null);
    }

    @Override
    protected void process() {
        if (!memberName.isEmpty()) {
            member();
            return;
        }
        if (asJob) {
            items.add(inputObject);
            return;
        }
        if (runs != null) {
            runs.feed(inputObject, runtime());
            return;
        }
        for (ScriptBlock block : each) {
            run(block, inputObject);
        }
    }

    @Override
    protected void end() {
        run(end, null);
        if (asJob && parallel != null) {
            write(runtime().service(ParallelBlocks.class).job(parallel, items, Math.max(1, throttleLimit)));
        }
        if (runs != null && !runs.finish(runtime(), timeoutSeconds)) {
            writeError(Failures.of(
                    "PSTaskTimeout",
                    ErrorCategory.OperationTimeout,
                    null,
                    "Not all runs of -Parallel ended within " + timeoutSeconds + " seconds; those that were left are"
                            + " stopped."));
        }
    }

    @Override
    public void stop() {
        if (runs != null) {
            runs.stop();
        }
    }

    private void run(@Nullable ScriptBlock block, @Nullable Object current) {
        if (block != null) {
            block.invoke(current, List.of()).forEach(this::write);
        }
    }

    private void member() {
        Object target = inputObject;
        if (target == null) {
            return;
        }
        boolean isProperty = !isBound("ArgumentList") && PropertyExpression.has(target, memberName);
        runtime().writeAll(isProperty ? Members.get(target, memberName) : call(target));
    }

    private @Nullable Object call(Object target) {
        try {
            return Members.invoke(target, memberName, argumentList);
        } catch (NoSuchMember absent) {
            if (isBound("ArgumentList")) {
                throw absent;
            }
            return PropertyExpression.named(memberName).value(target);
        }
    }
}
