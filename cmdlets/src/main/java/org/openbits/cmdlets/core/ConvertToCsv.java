package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Culture;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code ConvertTo-Csv}: objects as the lines of a CSV text. */
@CmdletName(
        verb = "ConvertTo",
        noun = "Csv",
        defaultSet = "DelimiterPath",
        errorClass = "Microsoft.PowerShell.Commands.ConvertToCsvCommand")
@Help(
        synopsis = "Makes CSV lines of objects.",
        description = "The first object names the columns. Collections become the name of their type.",
        examples = {
            @Example(title = "Of objects", code = "[pscustomobject]@{a=1; b='x'} | ConvertTo-Csv"),
            @Example(
                    title = "Only rows, quoted where needed",
                    code = "ConvertTo-Csv -InputObject ([pscustomobject]@{ Name = 'big.iso';"
                            + " Size = 3 }) -Delimiter ';' -UseQuotes AsNeeded -NoHeader"),
            @Example(
                    title = "For a spreadsheet of this country",
                    code = "Get-Item . | Select-Object Name, LastWriteTime | ConvertTo-Csv -UseCulture"
                            + " -NoTypeInformation"),
            @Example(
                    title = "With the type in front",
                    code = "Get-Date | Select-Object Year, Month | ConvertTo-Csv -IncludeTypeInformation")
        })
final class ConvertToCsv extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, pipelineByName = true, help = "The objects.")
    private @Nullable Object inputObject;

    @Parameter(position = 1, help = "What stands between two fields; a comma when left out.")
    private char delimiter = ',';

    @Parameter(
            help =
                    "Takes the list separator of the culture: a comma, or a semicolon where the comma stands in numbers.")
    private boolean useCulture;

    @Parameter(aliases = "ITI", help = "Writes a #TYPE line first.")
    private boolean includeTypeInformation;

    @Parameter(aliases = "NTI", help = "Writes no #TYPE line; so it is without this switch too.")
    private boolean noTypeInformation;

    @Parameter(aliases = "UQ", help = "Which fields stand in quotes.")
    private CsvText.Quotes useQuotes = CsvText.Quotes.ALWAYS;

    @Parameter(help = "Leaves out the line with the names.")
    private boolean noHeader;

    private @Nullable CsvText csv;

    @Override
    protected void begin() {
        csv = new CsvText(
                useCulture ? Culture.current().listSeparator() : delimiter,
                useQuotes,
                includeTypeInformation && !noTypeInformation,
                noHeader);
    }

    @Override
    protected void process() {
        if (csv != null && inputObject != null) {
            csv.lines(inputObject).forEach(this::write);
        }
    }
}
