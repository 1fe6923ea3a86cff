package org.openbits.cmdlets.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code New-Guid}: a new identifier. */
@CmdletName(
        verb = "New",
        noun = "Guid",
        defaultSet = "Default",
        errorClass = "Microsoft.PowerShell.Commands.NewGuidCommand")
@Help(
        synopsis = "Makes an identifier that no other has.",
        examples = {
            @Example(title = "A name nobody uses", code = "\"job-$(New-Guid)\""),
            @Example(title = "All zeros", code = "New-Guid -Empty"),
            @Example(title = "From its text", code = "New-Guid -InputObject '6f9619ff-8b86-d011-b42d-00cf4fc964ff'")
        })
final class NewGuid extends Cmdlet {

    @Parameter(sets = "Empty", help = "Gives the identifier of zeros.")
    private boolean empty;

    @Parameter(position = 0, pipeline = true, sets = "InputObject", help = "The identifier as text.")
    private @Nullable String inputObject;

    @Override
    protected void process() {
        if (inputObject != null) {
            write(Conversion.to(UUID.class, inputObject));
        } else {
            write(empty ? new UUID(0, 0) : UUID.randomUUID());
        }
    }
}
