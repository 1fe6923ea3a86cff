package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.StopUpstream;

/** {@code Select-Object}: chooses properties, and which objects. */
@CmdletName(
        verb = "Select",
        noun = "Object",
        defaultSet = "DefaultParameter",
        aliases = "select",
        errorClass = "Microsoft.PowerShell.Commands.SelectObjectCommand")
@Help(
        synopsis = "Chooses properties of objects, or some of the objects.",
        description = "A property may be a name, a name with wildcards, or a calculated property"
                + " @{Name='...'; Expression={...}}. The commands before -First stop when it has enough.",
        examples = {
            @Example(title = "Two properties", code = "Get-Item . | Select-Object Name, FullName"),
            @Example(title = "A calculated property", code = "1..3 | Select-Object @{n='Square'; e={$_ * $_}}"),
            @Example(title = "The first two", code = "1..100 | Select-Object -First 2"),
            @Example(
                    title = "All properties but some",
                    code = "Get-Item . | Select-Object -Property * -ExcludeProperty PS*, Parent"),
            @Example(
                    title = "The value of one property",
                    code = "Select-Object -InputObject (Get-Item .) -ExpandProperty FullName"),
            @Example(title = "Each value once", code = "'a', 'A', 'b' | Select-Object -Unique -CaseInsensitive"),
            @Example(
                    title = "The last two; without the last",
                    code = "1..9 | Select-Object -Last 2; 1..4 | Select-Object -SkipLast 1"),
            @Example(title = "Without the first line", code = "'head', 'one', 'two' | Select-Object -Skip 1"),
            @Example(
                    title = "By position, and all but it",
                    code = "'a', 'b', 'c' | Select-Object -Index 0, 2; 'a', 'b', 'c' | Select-Object -SkipIndex 1"),
            @Example(
                    title = "Let the commands before finish",
                    code = "1..3 | ForEach-Object { $seen = $_; $_ } | Select-Object -First 1 -Wait; \"seen: $seen\"")
        })
final class SelectObject extends Cmdlet {

    private static final String NORMAL = "DefaultParameter";
    private static final String BY_INDEX = "IndexParameter";
    private static final String WITHOUT_LAST = "SkipLastParameter";

    @Parameter(position = 0, wildcards = true, help = "The properties of the objects that come out.")
    private List<Object> property = List.of();

    @Parameter(wildcards = true, help = "Properties to leave out.")
    private List<String> excludeProperty = List.of();

    @Parameter(help = "The property whose value comes out in place of the object; elements of a collection one by one.")
    private @Nullable String expandProperty;

    @Parameter(help = "Lets through only the first of equal objects.")
    private boolean unique;

    @Parameter(sets = NORMAL, help = "How many from the beginning.")
    private int first;

    @Parameter(sets = NORMAL, help = "How many from the end.")
    private int last;

    @Parameter(
            sets = {NORMAL, WITHOUT_LAST},
            help = "How many to leave out at the beginning (with -Last: at the end).")
    private int skip;

    @Parameter(sets = WITHOUT_LAST, help = "How many to leave out at the end.")
    private int skipLast;

    @Parameter(sets = BY_INDEX, help = "The positions of the objects to choose, from 0.")
    private List<Integer> index = List.of();

    @Parameter(sets = "SkipIndexParameter", help = "The positions of the objects to leave out, from 0.")
    private List<Integer> skipIndex = List.of();

    @Parameter(pipeline = true, help = "The objects to choose from.")
    private @Nullable Object inputObject;

    private final List<@Nullable Object> tail = new LinkedList<>();
    private final TreeSet<Integer> indexes = new TreeSet<>();
    private @Nullable Projection projection;
    private int seen;
    private int passed;

    @Parameter(help = "With -Unique: texts that differ by case alone are equal.")
    private boolean caseInsensitive;

    @Parameter(
            sets = {"DefaultParameter", "IndexParameter"},
            help = "Lets the commands before -First run to their end.")
    private boolean wait;

    @Override
    protected void begin() {
        projection = new Projection(
                Properties.of(property, runtime()),
                excludeProperty,
                expandProperty,
                unique,
                caseInsensitive,
                runtime());
        indexes.addAll(index);
    }

    @Override
    protected void process() {
        if (!isBound("InputObject")) {
            return;
        }
        if (isBound("First") && passed >= first && wait) {
            return;
        }
        if (isBound("First") && first == 0 && !isBound("Last")) {
            throw new StopUpstream(this);
        }
        int position = seen++;
        if (skipIndex.contains(position)) {
            return;
        }
        if (isBound("Index")) {
            chooseByIndex(position);
        } else if (isBound("Last")) {
            keepForLast();
        } else if (position >= skip) {
            tail.add(inputObject);
            if (tail.size() > skipLast) {
                pass(tail.remove(0));
            }
        }
    }

    @Override
    protected void end() {
        if (!isBound("Last")) {
            return;
        }
        List<@Nullable Object> kept = new ArrayList<>(tail);
        int until = Math.max(0, kept.size() - skip);
        kept.subList(Math.max(0, until - last), until).forEach(this::emit);
    }

    private void chooseByIndex(int position) {
        if (indexes.contains(position)) {
            emit(inputObject);
        }
        if (!indexes.isEmpty() && position >= indexes.last() && !wait) {
            throw new StopUpstream(this);
        }
    }

    private void keepForLast() {
        if (isBound("First") && passed < first) {
            passed++;
            emit(inputObject);
            return;
        }
        tail.add(inputObject);
        if (tail.size() > last + skip) {
            tail.remove(0);
        }
    }

    private void pass(@Nullable Object value) {
        emit(value);
        passed++;
        if (isBound("First") && passed >= first && !wait) {
            throw new StopUpstream(this);
        }
    }

    private void emit(@Nullable Object value) {
        if (projection != null) {
            projection.emit(value);
        }
    }
}
