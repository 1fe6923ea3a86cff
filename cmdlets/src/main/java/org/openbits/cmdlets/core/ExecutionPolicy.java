package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** Windows' rules on which scripts may run: here, as in PowerShell on Linux, every script may. */
final class ExecutionPolicy {

    private ExecutionPolicy() {}

    /** {@code Get-ExecutionPolicy}. */
    @CmdletName(
            verb = "Get",
            noun = "ExecutionPolicy",
            errorClass = "Microsoft.PowerShell.Commands.GetExecutionPolicyCommand")
    @Help(
            synopsis = "Gives the execution policy: Unrestricted, always.",
            examples = {
                @Example(title = "As scripts ask", code = "Get-ExecutionPolicy"),
                @Example(title = "Of one scope", code = "Get-ExecutionPolicy -Scope CurrentUser"),
                @Example(title = "Of every scope", code = "Get-ExecutionPolicy -List")
            })
    static final class Get extends Cmdlet {

        @Parameter(position = 0, help = "The scope; it makes no difference.")
        private String scope = "";

        @Parameter(help = "Lists the policy of each scope.")
        private boolean list;

        @Override
        protected void process() {
            if (list) {
                for (String each :
                        new String[] {"MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"}) {
                    write(new CustomObject()
                            .add("Scope", each)
                            .add("ExecutionPolicy", each.equals("LocalMachine") ? "Unrestricted" : "Undefined"));
                }
                return;
            }
            write("Unrestricted");
        }
    }

    /** {@code Set-ExecutionPolicy}. */
    @CmdletName(
            verb = "Set",
            noun = "ExecutionPolicy",
            errorClass = "Microsoft.PowerShell.Commands.SetExecutionPolicyCommand")
    @Help(
            synopsis = "Says that scripts may run, which they may.",
            description = "A policy that would forbid scripts is not obeyed, and a warning says so.",
            examples = @Example(title = "As scripts begin", code = "Set-ExecutionPolicy Bypass -Scope Process -Force"))
    static final class Set extends Cmdlet {

        @Parameter(
                position = 0,
                mandatory = true,
                values = {"AllSigned", "Bypass", "Default", "RemoteSigned", "Restricted", "Undefined", "Unrestricted"},
                help = "The policy.")
        private String executionPolicy = "";

        @Parameter(position = 1, help = "The scope; it makes no difference.")
        private String scope = "";

        @Parameter(help = "Does not ask; nothing is asked.")
        private boolean force;

        @Override
        protected void process() {
            if (executionPolicy.matches("(?i)AllSigned|Restricted")) {
                warn("Scripts go on running: this system has no execution policy.");
            }
        }
    }
}
