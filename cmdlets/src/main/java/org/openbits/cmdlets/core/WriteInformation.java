package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.StreamRecord;

/** {@code Write-Information}: tells something when {@code $InformationPreference} asks for it. */
@CmdletName(verb = "Write", noun = "Information", errorClass = "Microsoft.PowerShell.Commands.WriteInformationCommand")
@Help(
        synopsis = "Tells something to those who ask for information.",
        description = "Shown when $InformationPreference is Continue.",
        examples = {
            @Example(title = "Shown", code = "$InformationPreference = 'Continue'; Write-Information 'Page 2 of 3'"),
            @Example(
                    title = "Collected with its marks",
                    code = "Write-Information 'Page 2' -Tags print -InformationVariable told; $told.Tags"),
            @Example(
                    title = "Shown this once",
                    code = "Write-Information -MessageData 'Page 2 of 3' -InformationAction Continue")
        })
final class WriteInformation extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            pipeline = true,
            aliases = {"Msg", "Message"},
            help = "What to tell.")
    @AllowEmpty
    private @Nullable Object messageData;

    @Parameter(position = 1, help = "Words by which those who read the records can choose.")
    private List<String> tags = List.of();

    @Override
    protected void process() {
        StreamRecord record = new StreamRecord("Information", messageData, tags);
        runtime().note("InformationVariable", record);
        String preference = Conversion.toText(runtime().variable("InformationPreference"));
        if (preference.equalsIgnoreCase("Continue") || preference.equalsIgnoreCase("Inquire")) {
            runtime().information(record, true, null, null);
        }
    }
}
