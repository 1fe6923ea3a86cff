package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Import-Module}: makes the commands of a module known. */
@CmdletName(
        verb = "Import",
        noun = "Module",
        defaultSet = "Name",
        aliases = "ipmo",
        errorClass = "Microsoft.PowerShell.Commands.ImportModuleCommand")
@Help(
        synopsis = "Loads a module; the ones of this shell are loaded already, so that it does nothing.",
        description = "A module that is not part of this shell is an error.",
        examples = @Example(title = "As the first line of a script", code = "Import-Module BitsTransfer"))
final class ImportModule extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The modules.")
    private List<String> name = List.of();

    @Parameter(help = "Accepted: loading again changes nothing.")
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
            List<CustomObject> found =
                    Modules.matching(runtime(), PathText.leaf(wanted).replaceFirst("(?i)\\.psd1$", ""));
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
}
