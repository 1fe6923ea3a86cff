package org.openbits.cmdlets.core;

import org.openbits.automation.CmdletRegistry;

/**
 * The list of the general cmdlets. Nothing searches the class path and no class is read before its command is called, so
 * that a shell starts quickly; that is why names and aliases stand here too (a test holds them against the classes).
 */
public final class CoreCmdlets {

    private CoreCmdlets() {}

    /** Makes all of them known under their names and aliases. */
    public static void register(CmdletRegistry registry) {
        registry.register(AddContent.class, "Add-Content", "ac");
        registry.register(AddMember.class, "Add-Member");
        registry.register(ClearContent.class, "Clear-Content", "clc");
        registry.register(ClearHost.class, "Clear-Host", "cls", "clear");
        registry.register(ClearVariable.class, "Clear-Variable", "clv");
        registry.register(CompareObject.class, "Compare-Object", "compare", "diff");
        registry.register(CompressArchive.class, "Compress-Archive");
        registry.register(ConvertFromCsv.class, "ConvertFrom-Csv");
        registry.register(ConvertFromJson.class, "ConvertFrom-Json");
        registry.register(ConvertFromSecureString.class, "ConvertFrom-SecureString");
        registry.register(ConvertFromStringData.class, "ConvertFrom-StringData");
        registry.register(ConvertPath.class, "Convert-Path", "cvpa");
        registry.register(ConvertToCsv.class, "ConvertTo-Csv");
        registry.register(ConvertToHtml.class, "ConvertTo-Html");
        registry.register(ConvertToJson.class, "ConvertTo-Json");
        registry.register(ConvertToSecureString.class, "ConvertTo-SecureString");
        registry.register(ConvertToXml.class, "ConvertTo-Xml");
        registry.register(CopyItem.class, "Copy-Item", "cp", "copy", "cpi");
        registry.register(ExpandArchive.class, "Expand-Archive");
        registry.register(TypeDataCommands.Update.class, "Update-TypeData");
        registry.register(TypeDataCommands.Get.class, "Get-TypeData");
        registry.register(TypeDataCommands.Remove.class, "Remove-TypeData");
        registry.register(Clixml.Export.class, "Export-Clixml");
        registry.register(ExportCsv.class, "Export-Csv", "epcsv");
        registry.register(ForEachObject.class, "ForEach-Object", "%", "foreach");
        registry.register(FormatCustom.class, "Format-Custom", "fc");
        registry.register(FormatList.class, "Format-List", "fl");
        registry.register(FormatHex.class, "Format-Hex", "fhx");
        registry.register(FormatTable.class, "Format-Table", "ft");
        registry.register(FormatWide.class, "Format-Wide", "fw");
        registry.register(GetAlias.class, "Get-Alias", "gal");
        registry.register(GetChildItem.class, "Get-ChildItem", "gci", "dir", "ls");
        registry.register(GetCommand.class, "Get-Command", "gcm");
        registry.register(GetContent.class, "Get-Content", "gc", "cat", "type");
        registry.register(GetCredential.class, "Get-Credential");
        registry.register(Regional.Present.class, "Get-Culture");
        registry.register(GetDate.class, "Get-Date");
        registry.register(GetError.class, "Get-Error");
        registry.register(ExecutionPolicy.Get.class, "Get-ExecutionPolicy");
        registry.register(GetFileHash.class, "Get-FileHash");
        registry.register(GetHelp.class, "Get-Help", "help", "man");
        registry.register(GetHistory.class, "Get-History", "h", "history", "ghy");
        registry.register(GetHost.class, "Get-Host");
        registry.register(GetItem.class, "Get-Item", "gi");
        registry.register(ItemProperties.Get.class, "Get-ItemProperty", "gp");
        registry.register(ItemProperties.Value.class, "Get-ItemPropertyValue", "gpv");
        registry.register(GetLocation.class, "Get-Location", "gl", "pwd");
        registry.register(GetMember.class, "Get-Member", "gm");
        registry.register(GetModule.class, "Get-Module", "gmo");
        registry.register(Processes.Get.class, "Get-Process", "gps", "ps");
        registry.register(GetPSDrive.class, "Get-PSDrive", "gdr");
        registry.register(PSDrives.New.class, "New-PSDrive", "ndr");
        registry.register(PSDrives.Remove.class, "Remove-PSDrive", "rdr");
        registry.register(GetRandom.class, "Get-Random", "random");
        registry.register(ServiceCommands.Get.class, "Get-Service", "gsv");
        registry.register(Regional.Zone.class, "Get-TimeZone");
        registry.register(Regional.Messages.class, "Get-UICulture");
        registry.register(GetUnique.class, "Get-Unique", "gu");
        registry.register(GetUptime.class, "Get-Uptime");
        registry.register(GetVariable.class, "Get-Variable", "gv");
        registry.register(GetVerb.class, "Get-Verb");
        registry.register(GroupObject.class, "Group-Object", "group");
        registry.register(Clixml.Import.class, "Import-Clixml");
        registry.register(ImportCsv.class, "Import-Csv", "ipcsv");
        registry.register(ImportModule.class, "Import-Module", "ipmo");
        registry.register(InvokeCommand.class, "Invoke-Command", "icm");
        registry.register(InvokeExpression.class, "Invoke-Expression", "iex");
        registry.register(JoinString.class, "Join-String");
        registry.register(JoinPath.class, "Join-Path");
        registry.register(MeasureCommand.class, "Measure-Command");
        registry.register(MeasureObject.class, "Measure-Object", "measure");
        registry.register(MoveItem.class, "Move-Item", "mv", "move", "mi");
        registry.register(NewAlias.class, "New-Alias", "nal");
        registry.register(NewGuid.class, "New-Guid");
        registry.register(NewItem.class, "New-Item", "ni");
        registry.register(NewTemporaryFile.class, "New-TemporaryFile");
        registry.register(NewTimeSpan.class, "New-TimeSpan");
        registry.register(NewVariable.class, "New-Variable", "nv");
        registry.register(OutDefault.class, "Out-Default");
        registry.register(OutFile.class, "Out-File");
        registry.register(OutHost.class, "Out-Host", "oh");
        registry.register(OutNull.class, "Out-Null");
        registry.register(OutString.class, "Out-String");
        registry.register(PopLocation.class, "Pop-Location", "popd");
        registry.register(PushLocation.class, "Push-Location", "pushd");
        registry.register(ReadHost.class, "Read-Host");
        registry.register(RemoveAlias.class, "Remove-Alias");
        registry.register(RemoveItem.class, "Remove-Item", "ri", "rm", "del", "erase", "rd", "rmdir");
        registry.register(RemoveModule.class, "Remove-Module", "rmo");
        registry.register(RemoveVariable.class, "Remove-Variable", "rv");
        registry.register(RenameItem.class, "Rename-Item", "ren", "rni");
        registry.register(ResolvePath.class, "Resolve-Path", "rvpa");
        registry.register(ServiceCommands.Restart.class, "Restart-Service");
        registry.register(SelectObject.class, "Select-Object", "select");
        registry.register(SelectString.class, "Select-String", "sls");
        registry.register(SelectXml.class, "Select-Xml");
        registry.register(SetAlias.class, "Set-Alias", "sal");
        registry.register(SetContent.class, "Set-Content", "sc");
        registry.register(ExecutionPolicy.Set.class, "Set-ExecutionPolicy");
        registry.register(ItemProperties.Set.class, "Set-ItemProperty", "sp");
        registry.register(RegistryProperties.New.class, "New-ItemProperty");
        registry.register(RegistryProperties.Remove.class, "Remove-ItemProperty", "rp");
        registry.register(SetLocation.class, "Set-Location", "cd", "chdir", "sl");
        registry.register(SendMailMessage.class, "Send-MailMessage");
        registry.register(ServiceCommands.Set.class, "Set-Service");
        registry.register(SetVariable.class, "Set-Variable", "sv", "set");
        registry.register(SortObject.class, "Sort-Object", "sort");
        registry.register(SplitPath.class, "Split-Path");
        registry.register(StartProcess.class, "Start-Process", "saps", "start");
        registry.register(ServiceCommands.Start.class, "Start-Service", "sasv");
        registry.register(StartSleep.class, "Start-Sleep", "sleep");
        registry.register(Processes.Stop.class, "Stop-Process", "spps", "kill");
        registry.register(ServiceCommands.Stop.class, "Stop-Service", "spsv");
        registry.register(TeeObject.class, "Tee-Object", "tee");
        registry.register(TestConnection.Ping.class, "Test-Connection");
        registry.register(TestConnection.Port.class, "Test-NetConnection", "tnc");
        registry.register(TestJson.class, "Test-Json");
        registry.register(TestPath.class, "Test-Path");
        registry.register(UnblockFile.class, "Unblock-File");
        registry.register(Processes.Wait.class, "Wait-Process");
        registry.register(WhereObject.class, "Where-Object", "?", "where");
        registry.register(WriteDebug.class, "Write-Debug");
        registry.register(WriteError.class, "Write-Error");
        registry.register(WriteHost.class, "Write-Host");
        registry.register(WriteInformation.class, "Write-Information");
        registry.register(WriteOutput.class, "Write-Output", "echo", "write");
        registry.register(WriteProgress.class, "Write-Progress");
        registry.register(WriteVerbose.class, "Write-Verbose");
        registry.register(WriteWarning.class, "Write-Warning");
        registry.register(NewItem::mkdir, "mkdir", "md");
        registry.register(ReadHost::pause, "pause");
    }
}
