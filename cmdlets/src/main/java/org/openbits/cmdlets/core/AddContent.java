package org.openbits.cmdlets.core;

import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** {@code Add-Content}: writes values at the end of a file. */
@CmdletName(
        verb = "Add",
        noun = "Content",
        defaultSet = "Path",
        shouldProcess = true,
        aliases = "ac",
        errorClass = "Microsoft.PowerShell.Commands.AddContentCommand")
@Help(
        synopsis = "Writes values at the end of a file.",
        description = "Each value becomes a line. The file is UTF-8 without a mark unless -Encoding says otherwise.",
        examples = @Example(title = "One more line", code = "Add-Content notes.txt 'three'"))
final class AddContent extends ContentWriting {

    AddContent() {
        super(true);
    }
}
