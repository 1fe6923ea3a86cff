# A module of the script's own: what it shows and what it keeps.
$dir = Join-Path $env:OUT 'Fetch'
$null = New-Item $dir -ItemType Directory
Set-Content "$dir/Fetch.psm1" @'
$script:count = 0
function Get-Part { $script:count++; "part $script:count" }
function Reset-Part { $script:count = 0 }
function hidden { 'secret' }
Set-Alias part Get-Part
Export-ModuleMember -Function Get-Part, Reset-Part -Alias part
'@
Set-Content "$dir/Fetch.psd1" "@{ RootModule = 'Fetch.psm1'; ModuleVersion = '2.1.0'; FunctionsToExport = 'Get-Part', 'Reset-Part'; AliasesToExport = 'part' }"
Import-Module $dir
$module = Get-Module Fetch
"$($module.Name) $($module.Version)"
($module.ExportedFunctions.Keys | Sort-Object) -join ', '
$module.ExportedAliases.Keys
$module.ExportedCommands.ContainsKey('Get-Part')
(Get-Command -Module Fetch).Name | Sort-Object
(Get-Command Get-Part).ModuleName
Get-Part; part
[bool](Get-Command hidden -ErrorAction SilentlyContinue)
Remove-Module Fetch
$null -eq (Get-Module Fetch)
(Get-Module BitsTransfer).ExportedCmdlets.Count -ge 8
Get-Module BitsTransfer | Select-Object Name, ModuleType

#> Fetch 2.1.0
#> Get-Part, Reset-Part
#> part
#> True
#> Get-Part
#> Reset-Part
#> Fetch
#> part 1
#> part 2
#> False
#> True
#> True
#>>
#> Name         ModuleType
#> ----         ----------
#> BitsTransfer Manifest
#>>
