package org.openbits.cmdlets.core;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;
import org.openbits.automation.SessionDrive;

/** {@code Get-PSDrive}: where paths may begin, with the space that is left. */
@CmdletName(
        verb = "Get",
        noun = "PSDrive",
        defaultSet = "Name",
        aliases = "gdr",
        errorClass = "Microsoft.PowerShell.Commands.GetPSDriveCommand")
@Help(
        synopsis = "Gives the roots of the file system with their used and free space, and the drives of the session.",
        description = "A path through a drive that New-PSDrive made begins with its name and a colon.",
        examples = {
            @Example(title = "Is there room?", code = "(Get-PSDrive -PSProvider FileSystem)[0].Free -gt 1GB"),
            @Example(title = "One drive", code = "Get-PSDrive -Name Env")
        })
final class GetPSDrive extends Cmdlet {

    @Parameter(position = 0, pipelineByName = true, wildcards = true, help = "Names of drives.")
    private List<String> name = List.of("*");

    @Parameter(help = "Only drives of this provider, such as FileSystem.")
    private String psProvider = "*";

    @Override
    protected void process() {
        for (String each : name) {
            boolean found = false;
            for (Path root : java.nio.file.FileSystems.getDefault().getRootDirectories()) {
                String called = root.toString().length() == 3 ? root.toString().substring(0, 1) : "/";
                found |= show(called, "FileSystem", root.toString(), root, "", each);
            }
            for (SessionDrive drive : runtime().service(Session.class).drives().values()) {
                found |= show(
                        drive.name(), "FileSystem", drive.root().toString(), drive.root(), drive.description(), each);
            }
            for (String drive : List.of("Alias", "Env", "Function", "Variable")) {
                found |= show(drive, drive.equals("Env") ? "Environment" : drive, "", null, "", each);
            }
            if (!found && !Conversion.hasWildcard(each)) {
                writeError(Failures.of(
                        "GetLocationNoMatchingDrive",
                        ErrorCategory.ObjectNotFound,
                        each,
                        "Cannot find drive. A drive with the name '" + each + "' does not exist."));
            }
        }
    }

    private boolean show(
            String called, String provider, String root, @Nullable Path place, String description, String wanted) {
        if (!Conversion.wildcard(wanted, false).test(called)
                || !Conversion.wildcard(psProvider, false).test(provider)) {
            return false;
        }
        write(DriveItem.of(called, provider, root, place, description));
        return true;
    }
}
