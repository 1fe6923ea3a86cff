$module = Join-Path $env:OUT 'Tools.psm1'
@'
$script:Calls = 0
function Get-ToolFile {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)][string]$Name, [string]$Base = $env:SRV)
    process {
        $script:Calls++
        $out = Join-Path $env:OUT $Name
        Start-BitsTransfer -Source "$Base/$Name" -Destination $out
        Get-Item $out
    }
}
function Get-ToolCalls { $script:Calls }
function helper { 'hidden' }
Set-Alias gtf Get-ToolFile
Export-ModuleMember -Function Get-Tool* -Alias gtf
'@ | Set-Content -Path $module
Import-Module $module -Force
'file1.txt', 'file2.txt' | Get-ToolFile | ForEach-Object Name
(gtf file3.txt).Length
Get-ToolCalls
Get-Command helper -ErrorAction SilentlyContinue
(Get-Module Tools).Name
Remove-Module Tools
if (-not (Get-Command Get-ToolFile -ErrorAction SilentlyContinue)) { 'gone' }
$lib = Join-Path $env:OUT 'lib.ps1'
Set-Content $lib 'function Get-Answer([int]$Times = 1) { 42 * $Times }; $LibLoaded = $true'
. $lib
Get-Answer -Times 2
$LibLoaded

#> file1.txt
#> file2.txt
#> 10
#> 3
#> Tools
#> gone
#> 84
#> True
