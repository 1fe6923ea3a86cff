package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.HashTable;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Group-Object}: gathers objects that have the same values. */
@CmdletName(
        verb = "Group",
        noun = "Object",
        defaultSet = "HashTable",
        aliases = "group",
        errorClass = "Microsoft.PowerShell.Commands.GroupObjectCommand")
@Help(
        synopsis = "Gathers objects that have the same values of properties.",
        description = "Each group has Count, Name, Group and Values. With -AsHashTable the result is one hash table.",
        examples = {
            @Example(title = "By a property", code = "'a', 'bb', 'cc' | Group-Object Length"),
            @Example(
                    title = "As a table to look things up in",
                    code = "'a', 'bb', 'cc' | Group-Object Length -AsHashTable"),
            @Example(title = "Only the counts", code = "Get-ChildItem | Group-Object -Property Extension -NoElement"),
            @Example(title = "Capital and small letters apart", code = "'a', 'A', 'b' | Group-Object -CaseSensitive"),
            @Example(title = "A list as one object", code = "Group-Object -InputObject (1, 2, 3)"),
            @Example(
                    title = "A table with text as keys",
                    code = "$byLength = 'a', 'bb', 'cc' | Group-Object -Property Length -AsHashTable -AsString;"
                            + " $byLength['2']")
        })
final class GroupObject extends Cmdlet {

    @Parameter(position = 0, help = "The properties to group by; the objects themselves when left out.")
    private List<Object> property = List.of();

    @Parameter(help = "Letter case decides too.")
    private boolean caseSensitive;

    @Parameter(help = "Leaves the objects out of the groups.")
    private boolean noElement;

    @Parameter(sets = "HashTable", aliases = "AHT", help = "Gives one hash table: value to objects.")
    private boolean asHashTable;

    @Parameter(sets = "HashTable", help = "Makes the keys of the hash table texts.")
    private boolean asString;

    @Parameter(pipeline = true, help = "The objects to group.")
    private @Nullable Object inputObject;

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<SortKeys.Keyed> order = new ArrayList<>();
    private @Nullable SortKeys keys;

    private record Group(List<@Nullable Object> values, List<Object> objects) {

        String name() {
            return values.stream().map(Conversion::toText).collect(Collectors.joining(", "));
        }
    }

    @Override
    protected void begin() {
        keys = new SortKeys(Properties.of(property, runtime()), false, caseSensitive);
    }

    @Override
    protected void process() {
        if (inputObject == null || keys == null) {
            return;
        }
        List<@Nullable Object> values = keys.key(inputObject).keys();
        String name = new Group(values, List.of()).name();
        String id = caseSensitive ? name : name.toLowerCase(Locale.ROOT);
        Group group = groups.get(id);
        if (group == null) {
            group = new Group(values, new ArrayList<>());
            groups.put(id, group);
            order.add(new SortKeys.Keyed(group, values));
        }
        group.objects().add(inputObject);
    }

    @Override
    protected void end() {
        if (keys == null) {
            return;
        }
        if (asHashTable) {
            HashTable table = new HashTable();
            groups.values().forEach(group -> table.put(key(group), group.objects()));
            write(table);
            return;
        }
        order.sort(keys.order(order));
        for (SortKeys.Keyed keyed : order) {
            if (keyed.value() instanceof Group group) {
                write(info(group));
            }
        }
    }

    private Object key(Group group) {
        Object value = group.values().size() == 1 ? group.values().get(0) : null;
        return asString || value == null ? group.name() : value;
    }

    private CustomObject info(Group group) {
        String type = "Microsoft.PowerShell.Commands.GroupInfo" + (noElement ? "NoElement" : "");
        CustomObject info =
                new CustomObject(type).add("Count", group.objects().size()).add("Name", group.name());
        if (!noElement) {
            info.add("Group", group.objects());
        }
        return info.add("Values", group.values());
    }
}
