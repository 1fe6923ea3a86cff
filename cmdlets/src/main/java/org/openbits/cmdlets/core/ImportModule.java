package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.ModuleFiles;
import org.openbits.automation.ModuleItem;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Import-Module}: makes the commands of a module known. */
@CmdletName(
        verb = "Import",
        noun = "Module",
        defaultSet = "Name",
        aliases = "ipmo",
        errorClass = "Microsoft.PowerShell.Commands.ImportModuleCommand")
@Help(
        synopsis = "Loads a module: a script module in a file, or one of this shell, which is there already.",
        description =
                "A .psm1 or .psd1 file, a directory that holds one of its own name, or a name in the directories of"
                        + " $env:PSModulePath. The functions run in a scope of the module's own.",
        examples = @Example(title = "As the first line of a script", code = "Import-Module BitsTransfer"))
final class ImportModule extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The modules.")
    private List<String> name = List.of();

    @Parameter(help = "Loads a file again that is loaded already.")
    private boolean force;

    @Parameter(help = "Accepted: all sessions see the same commands.")
    private boolean global;

    @Parameter(help = "Accepted: no name is refused.")
    private boolean disableNameChecking;

    @Parameter(help = "Gives the modules.")
    private boolean passThru;

    @Override
    protected void process() {
        for (String wanted : name) {
            List<ModuleItem> found = found(wanted);
            if (found.isEmpty() && !Modules.isBuiltIn(wanted)) {
                writeError(Failures.of(
                        "Modules_ModuleNotFound",
                        ErrorCategory.ResourceUnavailable,
                        wanted,
                        "The specified module '" + wanted + "' was not loaded because no valid module file was found in"
                                + " any module directory."));
            }
            if (passThru) {
                found.forEach(this::write);
            }
        }
    }

    private List<ModuleItem> found(String wanted) {
        ModuleFiles files = runtime().service(Session.class).modules();
        boolean isFile = wanted.matches("(?i).*([/\\\\].*|\\.psm1|\\.ps1)");
        ModuleItem module = files == null || !isFile ? null : files.load(wanted, force);
        if (module != null) {
            return List.of(module);
        }
        List<ModuleItem> own = Modules.matching(runtime(), PathText.leaf(wanted).replaceFirst("(?i)\\.psd1$", ""));
        module = own.isEmpty() && files != null && !isFile ? files.load(wanted, force) : null;
        return module == null ? own : List.of(module);
    }
}
