# checksum file
$sums = @{}
$sumFile = "$env:OUT\SHA256SUMS"
(New-Object System.Net.WebClient).DownloadFile("$env:SRV/SHA256SUMS", $sumFile)
foreach ($line in Get-Content $sumFile) {
    if ($line -match '^(?<hash>[0-9a-f]{64})\s+\*?(?<name>.+)$') {
        $sums[$Matches['name']] = $Matches.hash
    }
}
"$($sums.Count) sums"
foreach ($entry in $sums.GetEnumerator() | Sort-Object Name) {
    $dest = Join-Path $env:OUT $entry.Key
    Start-BitsTransfer "$env:SRV/$($entry.Key)" $dest
    $actual = (Get-FileHash -Path $dest -Algorithm SHA256).Hash.ToLower()
    if ($actual -ne $entry.Value) { throw "Hash mismatch for $($entry.Name)" } else { Write-Output ("{0,-12} OK {1}" -f $entry.Name, $actual.Substring(0, 0)) }
}
$text = (New-Object Net.WebClient).DownloadString("$env:SRV/file3.txt")
$text.Trim().ToUpper()
$wc = [System.Net.WebClient]::new()
$wc.Headers.Add('User-Agent', 'me/1.0')
$wc.Headers['X-Test'] = '1'
$bytes = $wc.DownloadData("$env:SRV/file4.txt")
$bytes.Length
[System.Text.Encoding]::ASCII.GetString($bytes).Trim()
$wc.Dispose()
$md5 = [System.Security.Cryptography.MD5]::Create()
$hash = [System.BitConverter]::ToString($md5.ComputeHash([System.Text.Encoding]::UTF8.GetBytes('abc'))).Replace('-', '').ToLowerInvariant()
$hash
$sha = New-Object System.Security.Cryptography.SHA256Managed
$stream = [System.IO.File]::OpenRead("$env:OUT/SHA256SUMS")
try { $h = $sha.ComputeHash($stream) } finally { $stream.Close() }
$h.Count
#> 2 sums
#> big.bin      OK
#> tool.zip     OK
#> CONTENT 3
#> 10
#> content 4
#> 900150983cd24fb0d6963f7d28e17f72
#> 32
