package org.openbits.shell.pipeline;

import org.openbits.automation.CmdletRegistry;

/** The cmdlets that need the session itself, not only its face. */
final class SessionCommands {

    private SessionCommands() {}

    static void register(CmdletRegistry registry) {
        registry.register(AddType.class, "Add-Type");
        registry.register(ExportModuleMember.class, "Export-ModuleMember");
        registry.register(EventCommands.Get.class, "Get-Event");
        registry.register(EventCommands.Subscribers.class, "Get-EventSubscriber");
        registry.register(GetJob.class, "Get-Job", "gjb");
        registry.register(CallStack.class, "Get-PSCallStack");
        registry.register(ImportDataFile.class, "Import-PowerShellDataFile");
        registry.register(EventCommands.Raise.class, "New-Event");
        registry.register(NewModule.class, "New-Module", "nmo");
        registry.register(NewObject.class, "New-Object");
        registry.register(JobCommand.Receive.class, "Receive-Job", "rcjb");
        registry.register(EventCommands.RegisterEngine.class, "Register-EngineEvent");
        registry.register(EventCommands.RegisterObject.class, "Register-ObjectEvent");
        registry.register(EventCommands.Remove.class, "Remove-Event");
        registry.register(JobCommand.Remove.class, "Remove-Job", "rjb");
        registry.register(Transcript.Start.class, "Start-Transcript");
        registry.register(Transcript.Stop.class, "Stop-Transcript");
        registry.register(StartJob.Background.class, "Start-Job", "sajb");
        registry.register(StartJob.Threaded.class, "Start-ThreadJob");
        registry.register(JobCommand.Stop.class, "Stop-Job", "spjb");
        registry.register(EventCommands.Unregister.class, "Unregister-Event");
        registry.register(EventCommands.Wait.class, "Wait-Event");
        registry.register(JobCommand.Wait.class, "Wait-Job", "wjb");
        registry.register(InvokeRestMethod.class, "Invoke-RestMethod", "irm");
        registry.register(InvokeWebRequest.class, "Invoke-WebRequest", "iwr", "wget", "curl");
        registry.register(SetItem.class, "Set-Item", "si");
        registry.register(SetStrictMode.class, "Set-StrictMode");
    }
}
