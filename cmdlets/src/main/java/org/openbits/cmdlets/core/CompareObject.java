package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.PropertyExpression;

/** {@code Compare-Object}: what one collection has and the other has not. */
@CmdletName(
        verb = "Compare",
        noun = "Object",
        aliases = {"compare", "diff"},
        errorClass = "Microsoft.PowerShell.Commands.CompareObjectCommand")
@Help(
        synopsis = "Tells what one collection has and the other has not.",
        description = "SideIndicator is <= for what only the reference has, => for what only the difference has,"
                + " == for both.",
        examples = {
            @Example(title = "Two lists", code = "Compare-Object -ReferenceObject 1, 2, 3 -DifferenceObject 2, 3, 4"),
            @Example(
                    title = "By one property, with equal ones",
                    code = "$old = [pscustomobject]@{ Name = 'a'; Size = 1 }; $new ="
                            + " [pscustomobject]@{ Name = 'A'; Size = 2 }; Compare-Object $old $new"
                            + " -Property Name -IncludeEqual"),
            @Example(
                    title = "Only what both have",
                    code = "Compare-Object 'a', 'b', 'C' 'b', 'c' -ExcludeDifferent -IncludeEqual"
                            + " -CaseSensitive -PassThru")
        })
final class CompareObject extends Cmdlet {

    @Parameter(position = 0, mandatory = true, help = "The objects to compare with.")
    private List<Object> referenceObject = List.of();

    @Parameter(position = 1, mandatory = true, pipeline = true, help = "The objects that are compared.")
    private List<Object> differenceObject = List.of();

    @Parameter(position = 2, help = "The properties that decide; the objects themselves when left out.")
    private List<Object> property = List.of();

    @Parameter(help = "Shows what both have too.")
    private boolean includeEqual;

    @Parameter(help = "Leaves out what only one has.")
    private boolean excludeDifferent;

    @Parameter(help = "Letter case decides too.")
    private boolean caseSensitive;

    @Parameter(help = "Gives the objects themselves.")
    private boolean passThru;

    private final List<@Nullable Object> differences = new ArrayList<>();

    @Override
    protected void process() {
        differences.addAll(differenceObject);
    }

    @Override
    protected void end() {
        List<PropertyExpression> properties = Properties.of(property, runtime());
        SortKeys keys = new SortKeys(properties, false, caseSensitive);
        List<SortKeys.Keyed> left =
                new ArrayList<>(referenceObject.stream().map(keys::key).toList());
        List<SortKeys.Keyed> right = new ArrayList<>();
        for (Object difference : differences) {
            SortKeys.Keyed keyed = keys.key(difference);
            if (!removeEqual(left, keyed)) {
                right.add(keyed);
            } else if (includeEqual || excludeDifferent) {
                emit(keyed, "==", properties);
            }
        }
        if (!excludeDifferent) {
            right.forEach(keyed -> emit(keyed, "=>", properties));
            left.forEach(keyed -> emit(keyed, "<=", properties));
        }
    }

    private boolean removeEqual(List<SortKeys.Keyed> candidates, SortKeys.Keyed wanted) {
        for (int i = 0; i < candidates.size(); i++) {
            if (same(candidates.get(i).keys(), wanted.keys())) {
                candidates.remove(i);
                return true;
            }
        }
        return false;
    }

    private boolean same(List<@Nullable Object> left, List<@Nullable Object> right) {
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean equal(@Nullable Object left, @Nullable Object right) {
        try {
            return Conversion.equal(left, right, caseSensitive);
        } catch (ConversionException different) {
            return false;
        }
    }

    private void emit(SortKeys.Keyed keyed, String side, List<PropertyExpression> properties) {
        if (passThru) {
            write(keyed.value());
            return;
        }
        CustomObject result = new CustomObject();
        for (int i = 0; i < properties.size(); i++) {
            result.add(properties.get(i).name(), keyed.keys().get(i));
        }
        if (properties.isEmpty()) {
            result.add("InputObject", keyed.value());
        }
        write(result.add("SideIndicator", side));
    }
}
