# What a script file is to Get-Command, whose errors carry which name, times that are set, the first bytes.
$installer = "$env:OUT/install.ps1"
Set-Content $installer @'
[CmdletBinding()]
param([Parameter(Mandatory)][string]$Name, [ValidateSet('A', 'B')][string]$Mode = 'A', [int]$Port, [switch]$Quiet, [string[]]$Feature)
"$Name $Port"
Write-Error 'from the file'
'@
$known = Get-Command $installer
"$($known.CommandType) $($known.Name)"
($known.Parameters.Keys | Select-Object -First 5) -join ' '
foreach ($p in 'Port', 'Quiet', 'Feature') { "$($known.Parameters[$p].ParameterType.FullName) $($known.Parameters[$p].SwitchParameter)" }
try { & $installer x -Port abc } catch { $_.FullyQualifiedErrorId }
& $installer x -Port 1 2>$null; $Error[0].FullyQualifiedErrorId
function Save-It { [CmdletBinding()] param() Write-Error 'no' -ErrorId DownloadFailed -Category ResourceUnavailable }
function plain { Write-Error 'no' }
Save-It 2>$null; $Error[0].FullyQualifiedErrorId
plain 2>$null; $Error[0].FullyQualifiedErrorId
Set-Content "$env:OUT/own.ps1" @'
[CmdletBinding()]
param([int]$Step = 1)
$script:count = $count + $Step
function Get-Count { $script:count }
"$($MyInvocation.MyCommand.Name) $(Get-Count)"
'@
$count = 5
& "$env:OUT/own.ps1" -Step 2; $count
. "$env:OUT/own.ps1" -Step 3; $count; Get-Count
Set-Content "$env:OUT/plain.ps1" '"sees $count"; $count = 9; function Get-Count { "mine" }'
& "$env:OUT/plain.ps1"; $count; Get-Count
$file = Get-Item $installer
$file.LastWriteTimeUtc = [datetime]::new(2024, 1, 2, 3, 4, 5, 'Utc')
$file.LastWriteTimeUtc.ToString('s')
(Get-Item $installer).LastWriteTime = '2024-02-01'
(Get-Item $installer).LastWriteTime.ToString('s')
(Get-Item $installer).CreationTimeUtc = [datetime]'2023-05-06'; (Get-Item $installer).LastWriteTimeUtc.Year
$file.IsReadOnly = $true; (Get-Item $installer).IsReadOnly; $file.IsReadOnly = $false
[byte[]]$b = Get-Content $installer -AsByteStream -TotalCount 4; "$b"
"$(Get-Content $installer -AsByteStream -Tail 2)"
@(Get-Content $installer -AsByteStream -ReadCount 100)[0].Count
try { $file.Name = 'x' } catch { 'a name stays' }

#> ExternalScript install.ps1
#> Name Mode Port Quiet Feature
#> System.Int32 False
#> System.Management.Automation.SwitchParameter True
#> System.String[] False
#> ParameterArgumentTransformationError,install.ps1
#> x 1
#> Microsoft.PowerShell.Commands.WriteErrorException,install.ps1
#> DownloadFailed,Save-It
#> Microsoft.PowerShell.Commands.WriteErrorException,plain
#> own.ps1 7
#> 5
#> own.ps1 8
#> 8
#> 8
#> sees 8
#> 8
#> 8
#> 2024-01-02T03:04:05
#> 2024-02-01T00:00:00
#> 2023
#> True
#> 91 67 109 100
#> 39 10
#> 100
#> a name stays
