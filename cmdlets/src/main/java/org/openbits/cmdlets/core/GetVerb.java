package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Verb}: the verbs that names of commands begin with. */
@CmdletName(verb = "Get", noun = "Verb", errorClass = "Microsoft.PowerShell.Commands.GetVerbCommand")
@Help(
        synopsis = "Lists the verbs that names of commands begin with.",
        examples = @Example(title = "Is it one?", code = "[bool](Get-Verb Suspend)"))
final class GetVerb extends Cmdlet {

    private static final List<String> COMMON = List.of(
            "Add",
            "Clear",
            "Close",
            "Copy",
            "Enter",
            "Exit",
            "Find",
            "Format",
            "Get",
            "Hide",
            "Join",
            "Lock",
            "Move",
            "New",
            "Open",
            "Optimize",
            "Pop",
            "Push",
            "Redo",
            "Remove",
            "Rename",
            "Reset",
            "Resize",
            "Search",
            "Select",
            "Set",
            "Show",
            "Skip",
            "Split",
            "Step",
            "Switch",
            "Undo",
            "Unlock",
            "Watch");
    private static final List<String> DATA = List.of(
            "Backup",
            "Checkpoint",
            "Compare",
            "Compress",
            "Convert",
            "ConvertFrom",
            "ConvertTo",
            "Dismount",
            "Edit",
            "Expand",
            "Export",
            "Group",
            "Import",
            "Initialize",
            "Limit",
            "Merge",
            "Mount",
            "Out",
            "Publish",
            "Restore",
            "Save",
            "Sync",
            "Unpublish",
            "Update");
    private static final List<String> LIFECYCLE = List.of(
            "Approve",
            "Assert",
            "Build",
            "Complete",
            "Confirm",
            "Deny",
            "Deploy",
            "Disable",
            "Enable",
            "Install",
            "Invoke",
            "Register",
            "Request",
            "Restart",
            "Resume",
            "Start",
            "Stop",
            "Submit",
            "Suspend",
            "Uninstall",
            "Unregister",
            "Wait");
    private static final List<String> DIAGNOSTIC =
            List.of("Debug", "Measure", "Ping", "Repair", "Resolve", "Test", "Trace");
    private static final List<String> OTHERS = List.of(
            "Connect",
            "Disconnect",
            "Read",
            "Receive",
            "Send",
            "Write",
            "Block",
            "Grant",
            "Protect",
            "Revoke",
            "Unblock",
            "Unprotect",
            "Use");

    @Parameter(position = 0, pipeline = true, wildcards = true, help = "The verbs.")
    private List<String> verb = List.of("*");

    @Override
    protected void process() {
        list("Common", COMMON);
        list("Data", DATA);
        list("Lifecycle", LIFECYCLE);
        list("Diagnostic", DIAGNOSTIC);
        list("Other", OTHERS);
    }

    private void list(String group, List<String> verbs) {
        for (String each : verbs) {
            if (verb.stream()
                    .anyMatch(pattern -> Conversion.wildcard(pattern, false).test(each))) {
                write(new CustomObject("System.Management.Automation.VerbInfo")
                        .add("Verb", each)
                        .add("Group", group));
            }
        }
    }
}
