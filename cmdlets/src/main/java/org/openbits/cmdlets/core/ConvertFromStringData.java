package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.HashTable;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code ConvertFrom-StringData}: lines of {@code name=value} as a hashtable. */
@CmdletName(
        verb = "ConvertFrom",
        noun = "StringData",
        errorClass = "Microsoft.PowerShell.Commands.ConvertFromStringDataCommand")
@Help(
        synopsis = "Makes a hashtable of lines of name=value; lines that begin with # are passed over.",
        examples = {
            @Example(title = "One line", code = "('Server=depot' | ConvertFrom-StringData).Server"),
            @Example(
                    title = "Colons instead of equals signs",
                    code = "('Server: depot' | ConvertFrom-StringData -Delimiter ':').Server")
        })
final class ConvertFromStringData extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The lines.")
    private String stringData = "";

    @Parameter(help = "What stands between name and value.")
    private char delimiter = '=';

    @Override
    protected void process() {
        HashTable table = new HashTable();
        for (String line : stringData.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int at = line.indexOf(delimiter);
            if (at <= 0) {
                throw runtime()
                        .terminate(Failures.of(
                                "InvalidOperation",
                                ErrorCategory.InvalidOperation,
                                line,
                                "Data line '" + line + "' is not in 'name=value' format."));
            }
            table.put(
                    line.substring(0, at).strip(),
                    unescaped(line.substring(at + 1).strip()));
        }
        write(table);
    }

    /** A backslash begins an escape, as in .NET's regular expressions. */
    private static String unescaped(String text) {
        return text.replace("\\\\", "\0")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\0", "\\");
    }
}
