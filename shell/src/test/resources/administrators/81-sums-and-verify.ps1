[CmdletBinding()] param([string]$Base = $env:SRV, [string]$Algorithm = 'SHA256')
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$list = Join-Path $env:OUT SHA256SUMS
Start-BitsTransfer "$Base/SHA256SUMS" $list
$expected = [ordered]@{}
foreach ($line in Get-Content $list) {
    if ([string]::IsNullOrWhiteSpace($line)) { continue }
    $parts = $line -split '\s+', 2
    $expected[$parts[1].TrimStart('*')] = $parts[0]
}
$report = @(foreach ($name in $expected.Keys) {
    $path = Join-Path $env:OUT $name
    Start-BitsTransfer -Source "$Base/$name" -Destination $path -DisplayName "get $name"
    $hash = (Get-FileHash -LiteralPath $path -Algorithm $Algorithm).Hash
    [pscustomobject]@{
        Name  = $name
        Match = $hash -ieq $expected[$name]
        Short = $hash.Substring(0, 8).Length
    }
})
$report | Format-Table -AutoSize
if ($report.Match -contains $false) { throw 'corrupt' }
$bytes = [IO.File]::ReadAllBytes((Join-Path $env:OUT 'tool.zip'))
'{0:X2}{1:X2}' -f $bytes[0], $bytes[1]
$sha = [System.Security.Cryptography.SHA256]::Create()
$hex = -join ($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes('abc')) | ForEach-Object { $_.ToString('x2') })
$hex.Substring(0, 16)
$stream = [IO.File]::OpenRead((Join-Path $env:OUT 'tool.zip'))
try { ([BitConverter]::ToString($sha.ComputeHash($stream)).Replace('-', '') -eq $expected['tool.zip'].ToUpper()) } finally { $stream.Dispose() }
try { $undefinedVariable } catch { $_.FullyQualifiedErrorId }
try { $report[0].NoSuchProperty } catch { $_.FullyQualifiedErrorId }
Start-BitsTransfer "$Base/tool.zip" "$env:OUT/again.zip" -Checksum ('sha256:' + $expected['tool.zip']) -ErrorAction SilentlyContinue
Get-FileHash "$env:OUT/big.bin", "$env:OUT/tool.zip" | Select-Object @{ n = 'F'; e = { Split-Path $_.Path -Leaf } }, Algorithm | Format-Table
[guid]::NewGuid().ToString().Length; [guid]'00000000-0000-0000-0000-000000000000' -eq [guid]::Empty

#>>
#> Name     Match Short
#> ----     ----- -----
#> big.bin   True     8
#> tool.zip  True     8
#>>
#> 504B
#> ba7816bf8f01cfea
#> True
#> VariableIsUndefined
#> PropertyNotFoundStrict
#>>
#> F        Algorithm
#> -        ---------
#> big.bin  SHA256
#> tool.zip SHA256
#>>
#> 36
#> True
