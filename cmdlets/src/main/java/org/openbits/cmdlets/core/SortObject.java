package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Sort-Object}: puts objects into order. */
@CmdletName(
        verb = "Sort",
        noun = "Object",
        defaultSet = "Default",
        aliases = "sort",
        errorClass = "Microsoft.PowerShell.Commands.SortObjectCommand")
@Help(
        synopsis = "Puts objects into order.",
        description = "Orders by properties, or by the objects themselves. Objects that are equal keep their order.",
        examples = {
            @Example(title = "Numbers", code = "3, 1, 2 | Sort-Object"),
            @Example(
                    title = "By a property, greatest first",
                    code = "'a', 'ccc', 'bb' | Sort-Object Length -Descending"),
            @Example(
                    title = "The two largest",
                    code = "1, 5, 3, 4 | Sort-Object -Top 2 -Descending; 1, 5, 3, 4 | Sort-Object -Bottom 2"),
            @Example(title = "No value twice", code = "'b', 'B', 'a', 'b' | Sort-Object -Unique -CaseSensitive"),
            @Example(
                    title = "Equal ones stay in order",
                    code = "Get-ChildItem | Sort-Object -Property Extension -Stable"),
            @Example(title = "One object", code = "Sort-Object -InputObject 3, 1, 2")
        })
final class SortObject extends Cmdlet {

    @Parameter(position = 0, help = "The properties to order by; calculated ones may say Descending.")
    private List<Object> property = List.of();

    @Parameter(help = "Greatest first.")
    private boolean descending;

    @Parameter(help = "Lets through only the first of equal objects.")
    private boolean unique;

    @Parameter(help = "Letter case decides too.")
    private boolean caseSensitive;

    @Parameter(sets = "Default", help = "Accepted: equal objects always keep their order.")
    private boolean stable;

    @Parameter(sets = "Top", mandatory = true, help = "How many from the beginning of the order.")
    private int top;

    @Parameter(sets = "Bottom", mandatory = true, help = "How many from the end of the order.")
    private int bottom;

    @Parameter(pipeline = true, help = "The objects to put into order.")
    private @Nullable Object inputObject;

    private final List<SortKeys.Keyed> objects = new ArrayList<>();
    private @Nullable SortKeys keys;

    @Override
    protected void process() {
        if (!isBound("InputObject")) {
            return;
        }
        if (keys == null) {
            keys = new SortKeys(Properties.of(property, runtime()), descending, caseSensitive);
        }
        objects.add(keys.key(inputObject));
    }

    @Override
    protected void end() {
        if (keys == null) {
            return;
        }
        Comparator<SortKeys.Keyed> order = keys.order(objects);
        objects.sort(order);
        List<SortKeys.Keyed> sorted = unique ? withoutEqual(order) : objects;
        int from = isBound("Bottom") ? Math.max(0, sorted.size() - bottom) : 0;
        int until = isBound("Top") ? Math.min(top, sorted.size()) : sorted.size();
        sorted.subList(from, until).forEach(object -> write(object.value()));
    }

    private List<SortKeys.Keyed> withoutEqual(Comparator<SortKeys.Keyed> order) {
        List<SortKeys.Keyed> distinct = new ArrayList<>();
        for (SortKeys.Keyed object : objects) {
            if (distinct.isEmpty() || order.compare(distinct.get(distinct.size() - 1), object) != 0) {
                distinct.add(object);
            }
        }
        return distinct;
    }
}
