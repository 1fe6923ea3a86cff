package org.openbits.cmdlets.core;

import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** {@code Set-Content}: writes values into a file in place of what is there. */
@CmdletName(
        verb = "Set",
        noun = "Content",
        defaultSet = "Path",
        shouldProcess = true,
        aliases = "sc",
        errorClass = "Microsoft.PowerShell.Commands.SetContentCommand")
@Help(
        synopsis = "Writes values into a file in place of what is there.",
        description = "Each value becomes a line. The file is UTF-8 without a mark unless -Encoding says otherwise.",
        examples = {
            @Example(title = "Two lines", code = "Set-Content notes.txt 'one', 'two'"),
            @Example(
                    title = "One file, as UTF-16",
                    code = "Set-Content -Path sc.txt -Value 'one', 'two' -Encoding unicode -Force -PassThru"),
            @Example(
                    title = "No end of line",
                    code = "Set-Content -LiteralPath 'sc[1].txt' -Value 'one' -NoNewline;"
                            + " (Get-Item -LiteralPath 'sc[1].txt').Length"),
            @Example(title = "Bytes", code = "Set-Content sc.bin -Value ([byte[]](1, 2, 255)) -AsByteStream")
        })
final class SetContent extends ContentWriting {

    SetContent() {
        super(false);
    }
}
