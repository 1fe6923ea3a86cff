[CmdletBinding()]
param([string]$Name = 'x')
# Where a script with a parameter block lives, Windows' names of the environment, the registry by its provider.
(Split-Path $MyInvocation.MyCommand.Path -Leaf), [IO.Path]::GetFileNameWithoutExtension($(Split-Path $script:MyInvocation.MyCommand.Path -Leaf)) -join ' '
(Split-Path -Parent $MyInvocation.MyCommand.Definition) -eq $PSScriptRoot
function Get-Own { "$($MyInvocation.MyCommand.Name) $(Split-Path $MyInvocation.ScriptName -Leaf) $(Split-Path $MyInvocation.PSCommandPath -Leaf) $(Split-Path $script:MyInvocation.MyCommand.Path -Leaf)" }
Get-Own
$script:Count = 1
function Add-Count { $script:Count ++ }
Add-Count; Add-Count; $Count
$env:OpenBitsTestName = 'Value'
"$env:OPENBITSTESTNAME $env:openbitstestname $(Test-Path Env:openbitsTESTname)"
$before = $env:PATH
$env:Path += ":$env:OUT"
($env:PATH -eq "${before}:$env:OUT"), $env:path.EndsWith($env:OUT)
$env:PATH = $before
foreach ($name in 'TEMP', 'temp', 'userprofile') { [string]::IsNullOrEmpty([Environment]::GetEnvironmentVariable($name)) }
Test-Path Registry::HKEY_LOCAL_MACHINE\SOFTWARE
New-Item -Path Registry::HKEY_CLASSES_ROOT\Tool -Name command -Force -ErrorAction SilentlyContinue -ErrorVariable made
$made[0].FullyQualifiedErrorId
try { Get-ItemProperty 'Microsoft.PowerShell.Core\Registry::HKEY_LOCAL_MACHINE\SOFTWARE' -ErrorAction Stop } catch { "$_" }
Get-ChildItem $env:OUT | Measure-Object | ForEach-Object Count
$null -eq [Net.SecurityProtocolType]::Tls1
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls1
1..2 | ForEach-Object { $null = Measure-Command { Set-Content "$env:OUT/m$_.txt" $_ } ; Invoke-Command { "here $_" } }
(Get-ChildItem $env:OUT).Name -join ','
$request = [System.Net.WebRequest]::Create("$env:SRV/config.json")
$request.ContentType = 'text/xml'; $request.UserAgent = 'Own/1'
"$($request.ContentType) $($request.UserAgent) $([int]$request.GetResponse().StatusCode)"

#> 173-where-a-script-lives.ps1 173-where-a-script-lives
#> True
#> Get-Own 173-where-a-script-lives.ps1 173-where-a-script-lives.ps1 173-where-a-script-lives.ps1
#> 3
#> Value Value True
#> True
#> True
#> False
#> False
#> False
#> False
#> ProviderNotFound,Microsoft.PowerShell.Commands.NewItemCommand
#> Cannot find a provider with the name 'Registry'.
#> 0
#> True
#> here 1
#> here 2
#> m1.txt,m2.txt
#> text/xml Own/1 200
