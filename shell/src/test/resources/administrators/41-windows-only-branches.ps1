$os = if ($PSVersionTable.PSVersion.Major -le 5 -or $IsWindows) { 'windows' } else { 'other' }
if ($os -eq 'windows') {
    $model = (Get-CimInstance -ClassName Win32_ComputerSystem).Model
    $build = (Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion').CurrentBuild
    $admin = ([Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
    Get-WmiObject -Class Win32_OperatingSystem | Select-Object Caption
    Register-ScheduledTask -TaskName x -Action (New-ScheduledTaskAction -Execute 'powershell.exe')
}
else {
    "not windows: $($IsLinux -or $IsMacOS)"
}
try { $null = Get-CimInstance Win32_BIOS -ErrorAction Stop; 'cim' }
catch { "no cim: $($_.FullyQualifiedErrorId)" }
try { Register-ScheduledTask -TaskName 'x' -ErrorAction Stop } catch [System.Management.Automation.CommandNotFoundException] { "no task: $($_.TargetObject)" }
if (Get-Command Test-NetConnection -ErrorAction SilentlyContinue) { 'tnc' } else { 'no tnc' }
$path = if ($env:ProgramData) { $env:ProgramData } else { $env:OUT }
$path -eq $env:OUT
$reg = Test-Path 'HKLM:\SOFTWARE\Policies' -ErrorAction SilentlyContinue
"registry: $reg"
try { [Microsoft.Win32.Registry]::LocalMachine } catch { 'no registry type' }
$svc = Get-Service -Name BITS -ErrorAction SilentlyContinue
if ($svc.Status -ne 'Running') { Start-Service BITS }
(Get-Service BITS).Status
[Environment]::Is64BitOperatingSystem

#> not windows: True
#> no cim: CommandNotFoundException
#> no task: Register-ScheduledTask
#> tnc
#> True
#> registry: False
#> no registry type
#> Running
#> True
