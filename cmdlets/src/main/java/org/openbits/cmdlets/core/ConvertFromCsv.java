package org.openbits.cmdlets.core;

import java.io.StringReader;
import java.util.List;
import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Culture;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code ConvertFrom-Csv}: the rows of CSV text as objects. */
@CmdletName(
        verb = "ConvertFrom",
        noun = "Csv",
        defaultSet = "Delimiter",
        errorClass = "Microsoft.PowerShell.Commands.ConvertFromCsvCommand")
@Help(
        synopsis = "Gives an object for each row of CSV text.",
        examples = {
            @Example(title = "Two columns", code = "'Source, Destination', 'http://h/a, ./a' | ConvertFrom-Csv"),
            @Example(
                    title = "Names for columns without a header",
                    code = "ConvertFrom-Csv -InputObject 'big.iso;3', 'small.iso;1' -Delimiter ';' -Header Name, Size"),
            @Example(
                    title = "As a spreadsheet here writes it",
                    code = "Get-Date | Select-Object Year, Month | ConvertTo-Csv -UseCulture |"
                            + " ConvertFrom-Csv -UseCulture")
        })
final class ConvertFromCsv extends Cmdlet {

    @AllowEmpty
    @Parameter(position = 0, mandatory = true, pipeline = true, pipelineByName = true, help = "The lines.")
    private List<String> inputObject = List.of();

    @Parameter(position = 1, sets = "Delimiter", help = "What stands between two fields; a comma when left out.")
    private char delimiter = ',';

    @Parameter(
            sets = "UseCulture",
            mandatory = true,
            help =
                    "Takes the list separator of the culture: a comma, or a semicolon where the comma stands in numbers.")
    private boolean useCulture;

    @Parameter(help = "The names of the properties, when the text has none.")
    private List<String> header = List.of();

    private final StringBuilder text = new StringBuilder();

    @Override
    protected void process() {
        inputObject.forEach(line -> text.append(line).append('\n'));
    }

    @Override
    protected void end() {
        new CsvRows(runtime(), useCulture ? Culture.current().listSeparator() : delimiter, header)
                .write(new StringReader(text.toString()));
    }
}
