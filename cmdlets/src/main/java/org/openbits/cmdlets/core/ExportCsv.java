package org.openbits.cmdlets.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Culture;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Export-Csv}: objects into a CSV file. */
@CmdletName(
        verb = "Export",
        noun = "Csv",
        defaultSet = "Delimiter",
        shouldProcess = true,
        aliases = "epcsv",
        errorClass = "Microsoft.PowerShell.Commands.ExportCsvCommand")
@Help(
        synopsis = "Writes objects into a CSV file.",
        description = "The first object, or with -Append the file, names the columns. The file is UTF-8 without a mark"
                + " unless -Encoding says otherwise.",
        examples = {
            @Example(title = "Would write", code = "Get-ChildItem | Export-Csv list.csv -WhatIf"),
            @Example(
                    title = "One object, semicolons between",
                    code = "Export-Csv -InputObject (Get-Item .) -Path here.csv -Delimiter ';'"
                            + " -Encoding utf8 -NoTypeInformation -Force"),
            @Example(
                    title = "One more row",
                    code = "Get-Date | Select-Object Year, Day | Export-Csv -LiteralPath"
                            + " 'days[1].csv' -UseCulture -Append"),
            @Example(
                    title = "Bare values for another program",
                    code = "[pscustomobject]@{ Name = 'a'; Size = 1 } | Export-Csv bare.csv"
                            + " -UseQuotes Never -NoHeader"),
            @Example(
                    title = "Only if new, with its type",
                    code = "Remove-Item typed.csv -ErrorAction Ignore; Get-Item . | Export-Csv"
                            + " typed.csv -IncludeTypeInformation -NoClobber")
        })
final class ExportCsv extends Cmdlet {

    @Parameter(mandatory = true, pipeline = true, pipelineByName = true, help = "The objects.")
    private @Nullable Object inputObject;

    @Parameter(position = 0, help = "The file.")
    private String path = "";

    @Parameter(
            aliases = {"PSPath", "LP"},
            help = "The file; no character is a wildcard.")
    private String literalPath = "";

    @Parameter(position = 1, sets = "Delimiter", help = "What stands between two fields; a comma when left out.")
    private char delimiter = ',';

    @Parameter(
            sets = "UseCulture",
            mandatory = true,
            help =
                    "Takes the list separator of the culture: a comma, or a semicolon where the comma stands in numbers.")
    private boolean useCulture;

    @Parameter(help = "Goes on at the end of the file.")
    private boolean append;

    @Parameter(aliases = "NoOverwrite", help = "Refuses to replace an existing file.")
    private boolean noClobber;

    @Parameter(help = "Writes into a read-only file too, and appends objects that lack a column.")
    private boolean force;

    @Parameter(help = "The encoding of the text.")
    private TextEncoding encoding = TextEncoding.usual();

    @Parameter(aliases = "ITI", help = "Writes a #TYPE line first.")
    private boolean includeTypeInformation;

    @Parameter(aliases = "NTI", help = "Writes no #TYPE line; so it is without this switch too.")
    private boolean noTypeInformation;

    @Parameter(aliases = "UQ", help = "Which fields stand in quotes.")
    private CsvText.Quotes useQuotes = CsvText.Quotes.ALWAYS;

    @Parameter(help = "Leaves out the line with the names.")
    private boolean noHeader;

    private @Nullable TextOutput output;
    private @Nullable CsvText csv;

    @Override
    protected void begin() {
        String file = path.isEmpty() ? literalPath : path;
        if (file.isEmpty()) {
            throw runtime()
                    .terminate(Failures.of(
                            "CannotSpecifyPathAndLiteralPath",
                            ErrorCategory.InvalidData,
                            null,
                            "You must specify either the -Path or -LiteralPath parameters, but not both."));
        }
        CsvText text = new CsvText(
                useCulture ? Culture.current().listSeparator() : delimiter,
                useQuotes,
                includeTypeInformation && !noTypeInformation,
                noHeader);
        if (append) {
            text.continueWith(existingColumns(file));
        }
        csv = text;
        output = TextOutput.open(runtime(), file, new TextOutput.Mode(encoding, append, noClobber, force));
    }

    @Override
    protected void process() {
        if (csv == null || output == null || inputObject == null) {
            return;
        }
        for (String line : csv.lines(inputObject)) {
            output.write(line + System.lineSeparator());
        }
    }

    @Override
    protected void end() {
        if (output != null) {
            output.close();
        }
    }

    private List<String> existingColumns(String file) {
        Path target = Locations.resolve(runtime(), file);
        try (BufferedReader reader =
                Files.exists(target) ? encoding.reader(target) : new BufferedReader(new StringReader(""))) {
            String first = reader.readLine();
            String header = first != null && first.startsWith("#TYPE") ? reader.readLine() : first;
            return header == null ? List.of() : CsvRows.fields(header, delimiter);
        } catch (IOException failure) {
            throw runtime().terminate(Failures.io(failure, "FileOpenFailure", file));
        }
    }
}
