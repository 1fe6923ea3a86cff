# Modules of blocks, and those of files with arguments, prefixes, versions and variables.
$module = New-Module -Name Counter -ScriptBlock { $count = 0; function Step-Counter { $script:count++; $count }; function Get-Hidden { 'hidden' }; Export-ModuleMember -Function Step-Counter -Variable count }
Step-Counter; Step-Counter; "$($module.Name) $($module.ExportedFunctions.Keys) $($module.ExportedVariables.Keys) $((Get-Command Step-Counter).Source) count=$count"
try { Get-Hidden } catch { $_.FullyQualifiedErrorId }
& $module { "inside: $count" }
& $module Get-Hidden
$object = New-Module -AsCustomObject { $level = 5; function Get { $level }; function Set($value) { $script:level = $value }; Export-ModuleMember -Variable * -Function * }
$object.Get(); $object.Set(9); "$($object.Get()) $($object.level)"; $object.level = 11; $object.Get()
New-Module { param($name) function Get-Greeting { "hello $name" } } -ArgumentList world | Import-Module; Get-Greeting
$null = New-Module Named { function Get-It { [CmdletBinding()] param($P) "it is $P" } }; Get-It -P 3
"$(New-Module -ReturnResult { 1..3 })"
$null = New-Item -ItemType Directory tools
@'
param($greeting = 'hello')
$secret = 'secret'
$Count = 0
function Get-Greeting { param([string]$Name) $script:Count++; "$greeting $Name $(Format-It $script:Count)" }
function Format-It($n) { "#$n" }
function Get-Secret { $secret }
Set-Alias gg Get-Greeting
Export-ModuleMember -Function Get-* -Alias gg -Variable Count
'@ | Set-Content tools/tools.psm1
Import-Module ./tools
Get-Greeting World; gg You; Get-Secret; "secret=$secret count=$Count"
Get-Module tools | ForEach-Object { "$($_.Name) $($_.ModuleType) $($_.ExportedFunctions.Keys)" }
Remove-Module tools
try { Get-Greeting x } catch { $_.FullyQualifiedErrorId }
Import-Module ./tools/tools.psm1 -ArgumentList moin -Prefix My; Get-MyGreeting Welt
"@{ ModuleVersion = '2.1.0'; RootModule = 'tools.psm1'; FunctionsToExport = @('Get-Greeting') }" | Set-Content tools/tools.psd1
Import-Module ./tools -Force; (Get-Module tools).Version.ToString(); Get-Greeting again
try { Get-Secret } catch { 'not exported' }
try { Import-Module ./tools -MinimumVersion 3.0 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
Import-Module BitsTransfer -MinimumVersion 2.0
#> 1
#> 2
#> Counter Step-Counter count Counter count=2
#> CommandNotFoundException
#> inside: 2
#> hidden
#> 5
#> 9 9
#> 11
#> hello world
#> it is 3
#> 1 2 3
#> hello World #1
#> hello You #2
#> secret
#> secret= count=2
#> tools Script Get-Greeting Get-Secret
#> CommandNotFoundException
#> moin Welt #1
#> 2.1.0
#> hello again #1
#> not exported
#> Modules_ModuleWithVersionNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand
