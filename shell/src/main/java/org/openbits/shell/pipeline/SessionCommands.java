package org.openbits.shell.pipeline;

import org.openbits.automation.CmdletRegistry;

/** The cmdlets that need the session itself, not only its face. */
final class SessionCommands {

    private SessionCommands() {}

    static void register(CmdletRegistry registry) {
        registry.register(AddType.class, "Add-Type");
        registry.register(ExportModuleMember.class, "Export-ModuleMember");
        registry.register(GetJob.class, "Get-Job", "gjb");
        registry.register(NewObject.class, "New-Object");
        registry.register(JobCommand.Receive.class, "Receive-Job", "rcjb");
        registry.register(JobCommand.Remove.class, "Remove-Job", "rjb");
        registry.register(Transcript.Start.class, "Start-Transcript");
        registry.register(Transcript.Stop.class, "Stop-Transcript");
        registry.register(StartJob.class, "Start-Job", "sajb");
        registry.register(JobCommand.Stop.class, "Stop-Job", "spjb");
        registry.register(JobCommand.Wait.class, "Wait-Job", "wjb");
        registry.register(InvokeRestMethod.class, "Invoke-RestMethod", "irm");
        registry.register(InvokeWebRequest.class, "Invoke-WebRequest", "iwr", "wget", "curl");
        registry.register(SetStrictMode.class, "Set-StrictMode");
    }
}
