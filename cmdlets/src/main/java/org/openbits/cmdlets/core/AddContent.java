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
        examples = {
            @Example(title = "One more line", code = "Add-Content notes.txt 'three'"),
            @Example(
                    title = "Append and see the line",
                    code = "Add-Content -Path diary.txt -Value 'Monday' -Encoding utf8 -PassThru"),
            @Example(
                    title = "No line end, brackets in name",
                    code = "Add-Content -LiteralPath 'part[1].txt' -Value 'one, ' -NoNewline -Force"),
            @Example(title = "Bytes to the end", code = "Add-Content tail.bin -Value ([byte[]](13, 10)) -AsByteStream")
        })
final class AddContent extends ContentWriting {

    AddContent() {
        super(true);
    }
}
