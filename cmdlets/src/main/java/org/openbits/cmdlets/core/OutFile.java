package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.Display;

/** {@code Out-File}: the display into a file; what {@code >} and {@code >>} do. */
@CmdletName(
        verb = "Out",
        noun = "File",
        defaultSet = "ByPath",
        shouldProcess = true,
        errorClass = "Microsoft.PowerShell.Commands.OutFileCommand")
@Help(
        synopsis = "Writes what the display would show into a file.",
        description = "The file is UTF-8 without a mark unless -Encoding says otherwise.",
        examples = {
            @Example(title = "A table into a file", code = "Get-ChildItem | Out-File list.txt"),
            @Example(
                    title = "Go on in a log",
                    code = "'started' | Out-File -FilePath run.log -Encoding utf8 -Append -Force"),
            @Example(title = "Long lines in full", code = "Get-ChildItem | Out-File -FilePath wide.txt -Width 200"),
            @Example(
                    title = "Text without a line end",
                    code = "Out-File -LiteralPath 'token[1].txt' -InputObject 'secret' -NoNewline"),
            @Example(
                    title = "Never replace a file",
                    code = "Remove-Item first.txt -ErrorAction Ignore; 'one' | Out-File -FilePath first.txt"
                            + " -NoClobber")
        })
final class OutFile extends Cmdlet {

    @Parameter(position = 0, mandatory = true, sets = "ByPath", aliases = "Path", help = "The file.")
    private String filePath = "";

    @Parameter(
            mandatory = true,
            sets = "ByLiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The file; no character is a wildcard.")
    private String literalPath = "";

    @Parameter(position = 1, help = "The encoding of the text.")
    private TextEncoding encoding = TextEncoding.usual();

    @Parameter(help = "Goes on at the end of the file.")
    private boolean append;

    @Parameter(aliases = "NoOverwrite", help = "Refuses to replace an existing file.")
    private boolean noClobber;

    @Parameter(help = "Writes into a read-only file too.")
    private boolean force;

    @Parameter(help = "Leaves out the line ends.")
    private boolean noNewline;

    @Parameter(help = "The characters a line may have; the console's width when left out.")
    private int width;

    @Parameter(pipeline = true, help = "The objects to write.")
    private @Nullable Object inputObject;

    private @Nullable TextOutput output;
    private @Nullable Display display;

    @Override
    protected void begin() {
        TextOutput.Mode mode = new TextOutput.Mode(encoding, append, noClobber, force);
        TextOutput opened = TextOutput.open(runtime(), filePath.isEmpty() ? literalPath : filePath, mode);
        output = opened;
        display = opened == null
                ? null
                : Displays.into(
                        runtime(), width, line -> opened.write(noNewline ? line : line + System.lineSeparator()));
    }

    @Override
    protected void process() {
        if (display != null) {
            display.show(inputObject);
        }
    }

    @Override
    protected void end() {
        if (display != null) {
            display.close();
        }
        if (output != null) {
            output.close();
        }
    }
}
