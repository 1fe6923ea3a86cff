function Test-FileLock {
    param([parameter(Mandatory = $true)][string]$Path)
    $oFile = New-Object System.IO.FileInfo $Path
    if ((Test-Path -Path $Path) -eq $false) { return $false }
    try {
        $oStream = $oFile.Open([System.IO.FileMode]::Open, [System.IO.FileAccess]::ReadWrite, [System.IO.FileShare]::None)
        if ($oStream) { $oStream.Close() }
        return $false
    }
    catch { return $true }
}
$f = "$env:OUT/data.bin"
Start-BitsTransfer "$env:SRV/big.bin" $f
Test-FileLock $f
$info = Get-Item $f
'{0:N2} MB, {1}, {2}' -f ($info.Length / 1MB), $info.Extension, $info.Directory.Exists
$chunks = [math]::Ceiling($info.Length / 1MB)
$stream = [System.IO.File]::OpenRead($f)
$buffer = New-Object byte[] (1MB)
$sizes = for ($i = 0; $i -lt $chunks; $i++) { $stream.Read($buffer, 0, $buffer.Length) }
$stream.Close()
$sizes -join '+'
($sizes | Measure-Object -Sum).Sum -eq $info.Length
$hash1 = (Get-FileHash $f -Algorithm MD5).Hash
Copy-Item $f "$f.copy"
$hash2 = (Get-FileHash "$f.copy" -Algorithm MD5).Hash
if ($hash1 -eq $hash2) { "identical" }
[IO.File]::AppendAllText("$f.copy", "x")
(Compare-Object (Get-FileHash $f).Hash (Get-FileHash "$f.copy").Hash).Count

#> False
#> 2.86 MB, .bin, True
#> 1048576+1048576+902848
#> True
#> identical
#> 2
