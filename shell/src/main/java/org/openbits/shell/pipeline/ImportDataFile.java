package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.Statement;

/** {@code Import-PowerShellDataFile}: the table of a .psd1 file, of which nothing is run. */
@CmdletName(
        verb = "Import",
        noun = "PowerShellDataFile",
        defaultSet = "ByPath",
        errorClass = "Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand")
@Help(
        synopsis = "Reads the table of a .psd1 file.",
        description = "The file may hold a table of texts, numbers, lists and tables; nothing in it is run.",
        examples = {
            @Example(title = "Settings", code = "Import-PowerShellDataFile settings.psd1 -ErrorAction Ignore"),
            @Example(
                    title = "Read by its path",
                    code = "Set-Content web.psd1 \"@{ Port = 80 }\"; (Import-PowerShellDataFile -Path"
                            + " ./web.psd1).Port"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'web[1].psd1' \"@{ Port = 81 }\";"
                            + " (Import-PowerShellDataFile -LiteralPath 'web[1].psd1').Port")
        })
final class ImportDataFile extends Cmdlet {

    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    @Parameter(position = 0, mandatory = true, sets = "ByPath", help = "The file.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "ByLiteralPath",
            aliases = {"PSPath", "LP"},
            help = "The file.")
    private List<String> literalPath = List.of();

    @Override
    protected void process() {
        for (String each : path.isEmpty() ? literalPath : path) {
            Path file = runtime().currentDirectory().resolve(each);
            if (java.nio.file.Files.isRegularFile(file)) {
                read(file);
            } else {
                writeError(ErrorRecord.of(
                        new NetException(
                                "System.Management.Automation.ItemNotFoundException",
                                "Cannot find path '" + file + "' because it does not exist.",
                                null),
                        "PathNotFound",
                        ErrorCategory.ObjectNotFound,
                        each));
            }
        }
    }

    private void read(Path file) {
        ScriptBody body = Scripts.read(file, null);
        List<Statement> statements = body.statements();
        Expression table = statements.size() == 1
                        && statements.get(0) instanceof Statement.Pipeline pipeline
                        && pipeline.onlyExpression() instanceof Expression.HashLiteral literal
                ? literal
                : null;
        if (table == null || !isData(table)) {
            throw runtime()
                    .terminate(ErrorRecord.of(
                            new RuntimeFailure("'" + file
                                    + "' holds something else than a table of constants: commands, calls and variables"
                                    + " are not allowed in a data file."),
                            "InvalidDataFile",
                            ErrorCategory.InvalidData,
                            file.toString()));
        }
        write(runtime().service(Engine.class).expressions().value(table));
    }

    private static boolean isData(@Nullable Expression expression) {
        if (expression instanceof Expression.Literal) {
            return true;
        }
        if (expression instanceof Expression.Variable variable) {
            return CONSTANTS.contains(variable.name().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (expression instanceof Expression.ArrayLiteral list) {
            return list.elements().stream().allMatch(ImportDataFile::isData);
        }
        if (expression instanceof Expression.ArrayExpression list) {
            return list.statements().stream().allMatch(ImportDataFile::isData);
        }
        if (expression instanceof Expression.HashLiteral table) {
            return table.entries().stream().allMatch(entry -> isData(entry.key()) && isData(entry.value()));
        }
        if (expression instanceof Expression.Expandable text) {
            return text.parts().stream().allMatch(ImportDataFile::isData);
        }
        return expression instanceof Expression.Unary sign && isData(sign.operand());
    }

    private static boolean isData(Statement statement) {
        return statement instanceof Statement.Pipeline pipeline && isData(pipeline.onlyExpression());
    }
}
