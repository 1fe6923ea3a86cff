# What asks the registry or another machine fails as -ErrorAction says, and the script goes on.
$release = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Tool' -Name Release -ErrorAction SilentlyContinue
"release: $($null -eq $release) $?"
New-Item -Path HKLM:\SOFTWARE\Policies -Name Tool -Force -ErrorAction SilentlyContinue
Set-ItemProperty -Path HKCU:\Software\Tool -Name Seen -Value 1 -Type DWord -Force -ErrorAction SilentlyContinue
New-ItemProperty -Path HKLM:\SOFTWARE\Tool -Name Seen -PropertyType DWORD -Value 1 -Force -ErrorAction SilentlyContinue | Out-Null
Remove-ItemProperty -Path HKLM:\SOFTWARE\Tool -Name Seen -ErrorAction SilentlyContinue
Get-ChildItem HKLM:\SOFTWARE, $env:OUT -ErrorAction SilentlyContinue | Measure-Object | ForEach-Object Count
Remove-Item HKCR:\Tool -Recurse -ErrorAction Ignore
Copy-Item HKLM:\x $env:OUT -ErrorAction SilentlyContinue -ErrorVariable copy
"$($copy.Count) $($copy[0].FullyQualifiedErrorId) $($copy[0].CategoryInfo.Category)"
try { Get-ItemProperty HKLM:\SOFTWARE\Tool -ErrorAction Stop } catch { "caught: $_" }
$old = $ErrorActionPreference; $ErrorActionPreference = 'Stop'
try { Set-Location HKLM:\SOFTWARE; 'not reached' } catch { "stopped: $($_.FullyQualifiedErrorId)" }
$ErrorActionPreference = $old
'HKLM:\a', $env:OUT | Get-Item -ErrorAction SilentlyContinue | ForEach-Object { $_.PSIsContainer }
$file = New-Item $env:OUT/plain.txt -Value x
try { New-ItemProperty $file.FullName -Name Seen -Value 1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
Invoke-Command -ComputerName localhost -ScriptBlock { "here $($args[0])" } -ArgumentList 5
Invoke-Command -ComputerName SRV01, . -ScriptBlock { 'ran' } -ErrorAction SilentlyContinue -ErrorVariable far
"$($far.Count) $($far[0].CategoryInfo.Category) $($far[0].TargetObject)"
try { Invoke-Command -ComputerName SRV01 { 'no' } -Credential $null -Authentication CredSSP -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
try { Add-Type -Name N -Namespace W -MemberDefinition 'public static extern int Beep();' -PassThru } catch { $_.FullyQualifiedErrorId }
Import-Module BitsTransfer -Scope Local -Force; 'loaded'

#> release: True True
#> 0
#> 1 DriveNotFound,Microsoft.PowerShell.Commands.CopyItemCommand ObjectNotFound
#> caught: Cannot find drive. A drive with the name 'HKLM' does not exist.
#> stopped: DriveNotFound,Microsoft.PowerShell.Commands.SetLocationCommand
#> True
#> NotSupported,Microsoft.PowerShell.Commands.NewItemPropertyCommand
#> here 5
#> ran
#> 1 OpenError SRV01
#> CannotConnect,Microsoft.PowerShell.Commands.InvokeCommandCommand
#> SOURCE_CODE_ERROR,Microsoft.PowerShell.Commands.AddTypeCommand
#> loaded
