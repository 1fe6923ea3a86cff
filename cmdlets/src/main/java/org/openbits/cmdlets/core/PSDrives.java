package org.openbits.cmdlets.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.PSCredential;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;
import org.openbits.automation.SessionDrive;

/** Drives of the session: names that paths may begin with. */
final class PSDrives {

    private PSDrives() {}

    /** {@code New-PSDrive}. */
    @CmdletName(
            verb = "New",
            noun = "PSDrive",
            aliases = "ndr",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.NewPSDriveCommand")
    @Help(
            synopsis = "Makes a name for a directory, which paths of file commands may begin with.",
            description = "The drive is known where it is made and in what is called from there, with -Scope Global"
                    + " everywhere. Locations and results show the directory itself.",
            examples = {
                @Example(
                        title = "A short name for a directory of logs",
                        code = "$null = New-PSDrive -Name Logs -PSProvider FileSystem -Root (Get-Location).Path;"
                                + " Set-Content Logs:/today.txt 'up'; Get-Content Logs:/today.txt"),
                @Example(
                        title = "Known in every scope",
                        code = "$null = New-PSDrive -Name Work -PSProvider FileSystem -Root (Get-Location).Path"
                                + " -Description 'My work' -Scope Global; Test-Path Work:/; Remove-PSDrive Work"),
                @Example(
                        title = "Where network drives cannot be mapped",
                        code = "try { New-PSDrive -Name N -PSProvider FileSystem -Root . -Persist -ErrorAction Stop }"
                                + " catch { 'no network drives here'; $Error.Clear() }"),
                @Example(
                        title = "Where other accounts cannot be used",
                        code = "$c = [pscredential]::new('ann', [securestring]::new()); try { New-PSDrive -Name M"
                                + " -PSProvider FileSystem -Root . -Credential $c -ErrorAction Stop } catch { 'no"
                                + " other accounts here'; $Error.Clear() }")
            })
    static final class New extends Cmdlet {

        @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "The name, without a colon.")
        private String name = "";

        @Parameter(position = 1, mandatory = true, pipelineByName = true, help = "FileSystem: there is no other.")
        private String psProvider = "";

        @Parameter(position = 2, mandatory = true, pipelineByName = true, help = "The directory it stands for.")
        private String root = "";

        @Parameter(pipelineByName = true, help = "A text for whoever lists the drives.")
        private String description = "";

        @Parameter(help = "Where it is known: Global, Script, Local or a number of scopes upward.")
        private @Nullable String scope;

        @Parameter(help = "Refused: Windows alone maps drives that outlive a session.")
        private boolean persist;

        @Parameter(pipelineByName = true, help = "Refused: mount the share before, or name smb: addresses.")
        private @Nullable PSCredential credential;

        @Override
        protected void process() {
            Path place = place();
            if (!shouldProcess("Name: " + name + " Provider: FileSystem Root: " + place, "New drive")) {
                return;
            }
            runtime().service(Session.class).addDrive(new SessionDrive(name, place, description), scope);
            write(DriveItem.of(name, "FileSystem", place.toString(), place, description));
        }

        private Path place() {
            if (!psProvider.matches("(?i)(Microsoft\\.PowerShell\\.Core\\\\)?FileSystem")) {
                throw refused(
                        "ProviderNotFound",
                        psProvider,
                        "Cannot find a provider with the name '" + psProvider + "': only FileSystem exists here.");
            }
            if (persist || credential != null) {
                throw refused(
                        "NotSupported",
                        name,
                        "New-PSDrive maps no network drives (-" + (persist ? "Persist" : "Credential")
                                + "). Mount the share, or give Start-BitsTransfer its smb: address.");
            }
            if (name.isEmpty() || name.matches(".*[:/\\\\].*")) {
                throw refused(
                        "Argument",
                        name,
                        "Cannot process the drive name because it contains invalid characters: " + name);
            }
            Session session = runtime().service(Session.class);
            if (session.drives().containsKey(name.toLowerCase(Locale.ROOT))) {
                throw refused("DriveAlreadyExists", name, "A drive with the name '" + name + "' already exists.");
            }
            Path place = Locations.resolve(runtime(), root);
            if (!Files.isDirectory(place)) {
                throw refused(
                        "DriveRootError",
                        root,
                        "The specified drive root \"" + root + "\" either does not exist, or it is not a folder.");
            }
            return place;
        }

        private RuntimeException refused(String id, Object target, String message) {
            return runtime().terminate(Failures.of(id, ErrorCategory.ReadError, target, message));
        }
    }

    /** {@code Remove-PSDrive}. */
    @CmdletName(
            verb = "Remove",
            noun = "PSDrive",
            aliases = "rdr",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.RemovePSDriveCommand")
    @Help(
            synopsis = "Takes names away that New-PSDrive made; the directories stay as they are.",
            examples = {
                @Example(
                        title = "Make one and take it away",
                        code = "$null = New-PSDrive Here FileSystem (Get-Location).Path; Remove-PSDrive Here"),
                @Example(
                        title = "By its name",
                        code = "$null = New-PSDrive -Name Work -PSProvider FileSystem -Root (Get-Location).Path;"
                                + " Remove-PSDrive -Name Work -Force")
            })
    static final class Remove extends Cmdlet {

        @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "Names, without a colon.")
        private List<String> name = List.of();

        @Parameter(help = "Accepted: nothing holds a drive back.")
        private boolean force;

        @Override
        protected void process() {
            for (String each : name) {
                boolean known = runtime().service(Session.class).drives().containsKey(each.toLowerCase(Locale.ROOT));
                if (!known) {
                    writeError(Failures.of(
                            "DriveNotFound",
                            ErrorCategory.ObjectNotFound,
                            each,
                            "Cannot find drive. A drive with the name '" + each + "' does not exist."));
                } else if (shouldProcess(each, "Remove Drive")) {
                    runtime().service(Session.class).removeDrive(each);
                    verbose(
                            force
                                    ? "The drive " + each + " is removed by force."
                                    : "The drive " + each + " is removed.");
                }
            }
        }
    }
}
