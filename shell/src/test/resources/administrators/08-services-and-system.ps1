# services and os checks
if ($PSVersionTable.PSVersion.Major -lt 3) { Write-Host 'old'; exit 1 }
if ((Get-Service -Name BITS).Status -ne 'Running') { Start-Service BITS }
Get-Service BITS | Select-Object Name, Status, DisplayName | Format-List
$svc = Get-Service -Name 'NoSuchService' -ErrorAction SilentlyContinue
if ($null -eq $svc) { 'no such service' }
$isAdmin = ([Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
"admin is bool: $($isAdmin -is [bool])"
Set-ExecutionPolicy Bypass -Scope Process -Force
if (-not (Get-Module -ListAvailable -Name BitsTransfer)) { throw 'no module' }
if (Get-Command Start-BitsTransfer -ErrorAction SilentlyContinue) { 'has bits' }
$os = [System.Environment]::OSVersion.Platform
"$($os -ne $null)"
if ([Environment]::Is64BitOperatingSystem) { '64' } else { '32' }
"arch $($env:PROCESSOR_ARCHITECTURE -in "AMD64", "ARM64")"
$arch = if ([IntPtr]::Size -eq 8) { 'x64' } else { 'x86' }
$arch
Test-Connection -ComputerName 127.0.0.1 -Count 1 -Quiet
Unblock-File -Path $PSCommandPath
$p = Get-Process -Id $PID
$p.Id -eq $PID
(Get-Process -Name nosuchprocess -ErrorAction SilentlyContinue) -eq $null
$host.UI.RawUI.WindowTitle = 'Downloader'
$IsLinux
$drive = Get-PSDrive -PSProvider FileSystem | Select-Object -First 1
$drive.Free -gt 0
#>>
#> Name        : BITS
#> Status      : Running
#> DisplayName : Background Intelligent Transfer Service
#>>
#> no such service
#> admin is bool: True
#> has bits
#> True
#> 64
#> arch True
#> x64
#> True
#> True
#> True
#> True
#> True
