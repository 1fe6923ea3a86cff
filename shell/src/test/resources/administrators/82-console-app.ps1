<#
.SYNOPSIS
    A small command line tool.
#>
param(
    [Parameter(Position = 0)]
    [ValidateSet('get', 'list', 'help')]
    [string] $Verb = 'list',
    [Parameter(ValueFromRemainingArguments = $true)]
    [string[]] $Rest
)
$ScriptVersion = [version]'1.4.2'
$commands = @{
    get  = { param($names) foreach ($n in $names) { Start-BitsTransfer "$env:SRV/$n" (Join-Path $env:OUT $n) -ErrorAction Stop; "got $n" } }
    list = { (Invoke-WebRequest "$env:SRV/index.html").Links.href | Where-Object { $_ -like '*.txt' } | Sort-Object }
    help = { "version $ScriptVersion"; 'verbs: ' + (($commands.Keys | Sort-Object) -join ', ') }
}
if ($MyInvocation.InvocationName -ne '.') {
    & $commands[$Verb] $Rest
}
if ($Verb -eq 'list' -and -not $env:NESTED) {
    $env:NESTED = '1'
    & $PSCommandPath get file1.txt file2.txt
    & $PSCommandPath help
    try { & $PSCommandPath nonsense } catch { 'bad verb' }
    try { & $PSCommandPath get nothing.txt } catch { "$_".Split(':')[0] }
    Remove-Item env:NESTED
    $ScriptVersion -gt [version]'1.4'; $ScriptVersion.Minor; "$($ScriptVersion.Major).$($ScriptVersion.Minor)"
    if ($PSVersionTable.PSVersion -ge [version]'5.1') { 'modern' }
    $IsCoreCLR; $PSEdition
    [System.Environment]::OSVersion.Platform -in 'Unix', 'Win32NT'
    [Environment]::NewLine.Length -ge 1
    [System.Runtime.InteropServices.RuntimeInformation]::IsOSPlatform([System.Runtime.InteropServices.OSPlatform]::Linux)
    $PSScriptRoot -eq (Split-Path $PSCommandPath)
    $args.Count
}

#> file1.txt
#> file2.txt
#> got file1.txt
#> got file2.txt
#> version 1.4.2
#> verbs: get, help, list
#> bad verb
#> HTTP status 404
#> True
#> 4
#> 1.4
#> modern
#> True
#> True
#> True
#> True
#> 0
