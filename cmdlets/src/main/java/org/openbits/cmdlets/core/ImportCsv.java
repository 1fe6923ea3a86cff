package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Culture;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Import-Csv}: the rows of a CSV file as objects. */
@CmdletName(
        verb = "Import",
        noun = "Csv",
        defaultSet = "DelimiterPath",
        aliases = "ipcsv",
        errorClass = "Microsoft.PowerShell.Commands.ImportCsvCommand")
@Help(
        synopsis = "Gives an object for each row of a CSV file.",
        description =
                "The first line names the properties. Blanks after a delimiter are dropped, a #TYPE line is skipped."
                        + " Rows come as they are read.",
        examples = {
            @Example(
                    title = "One job for each row",
                    code = "Import-Csv list.csv -ErrorAction SilentlyContinue | Start-BitsTransfer -WhatIf"),
            @Example(
                    title = "Columns of your own names",
                    code = "Set-Content ic.txt 'ann;5', 'bob;7'; Import-Csv -Path ic.txt"
                            + " -Delimiter ';' -Header Name, Score -Encoding utf8"),
            @Example(
                    title = "The separator of this country",
                    code = "$s = (Get-Culture).TextInfo.ListSeparator; Set-Content -LiteralPath"
                            + " 'ic[1].csv' \"Name${s}Score\", \"ann${s}5\"; Import-Csv -LiteralPath"
                            + " 'ic[1].csv' -UseCulture")
        })
final class ImportCsv extends Cmdlet {

    @Parameter(position = 0, pipeline = true, pipelineByName = true, wildcards = true, help = "The files.")
    private List<String> path = List.of();

    @Parameter(
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The files; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Parameter(position = 1, sets = "DelimiterPath", help = "What stands between two fields; a comma when left out.")
    private char delimiter = ',';

    @Parameter(
            sets = "CulturePath",
            mandatory = true,
            help =
                    "Takes the list separator of the culture: a comma, or a semicolon where the comma stands in numbers.")
    private boolean useCulture;

    @Parameter(help = "The names of the properties, when the file has none.")
    private List<String> header = List.of();

    @Parameter(help = "The encoding of a file without a mark.")
    private TextEncoding encoding = TextEncoding.usual();

    @Override
    protected void process() {
        new PathArguments(runtime(), "FileOpenFailure").each(path, literalPath, this::read);
    }

    private void read(Path file) throws IOException {
        try (Reader text = encoding.reader(file)) {
            new CsvRows(runtime(), useCulture ? Culture.current().listSeparator() : delimiter, header).write(text);
        }
    }
}
