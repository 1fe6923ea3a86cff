package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;

/** {@code Get-Unique}: of equal neighbours the first. */
@CmdletName(
        verb = "Get",
        noun = "Unique",
        defaultSet = "AsString",
        aliases = "gu",
        errorClass = "Microsoft.PowerShell.Commands.GetUniqueCommand")
@Help(
        synopsis = "Gives of equal objects that follow one another the first.",
        description = "Sorted input has no object twice then. Letter case counts.",
        examples = {
            @Example(title = "Each once", code = "'b', 'a', 'b' | Sort-Object | Get-Unique"),
            @Example(title = "Compared as text", code = "1, '1', 2 | Get-Unique -AsString"),
            @Example(title = "One of each type", code = "1, 2, 'a', 'b' | Get-Unique -OnType"),
            @Example(title = "An array counts as one object", code = "Get-Unique -InputObject (1, 1, 2)")
        })
final class GetUnique extends Cmdlet {

    @Parameter(pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    @Parameter(sets = "AsString", help = "Compares the texts of the objects.")
    private boolean asString;

    @Parameter(sets = "UniqueByType", mandatory = true, help = "Gives one object of each type.")
    private boolean onType;

    private @Nullable Object last;
    private boolean hasBegun;

    @Override
    protected void process() {
        Object key = onType
                ? Members.typeName(inputObject)
                : asString || !(inputObject instanceof Number) ? Conversion.toText(inputObject) : inputObject;
        if (!hasBegun || !Conversion.equal(last, key, true)) {
            write(inputObject);
        }
        last = key;
        hasBegun = true;
    }
}
