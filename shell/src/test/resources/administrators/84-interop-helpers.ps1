function ConvertTo-HumanSize {
    param([Parameter(ValueFromPipeline)][double]$Bytes, [int]$Decimals = 1)
    begin { $units = 'B', 'KB', 'MB', 'GB', 'TB' }
    process {
        $i = 0
        while ($Bytes -ge 1024 -and $i -lt $units.Count - 1) { $Bytes /= 1024; $i++ }
        "{0:N$Decimals} {1}" -f $Bytes, $units[$i]
    }
}
512, 1536, 3MB, 5.5GB | ConvertTo-HumanSize
function Get-Eta([long]$Done, [long]$Total, [timespan]$Elapsed) {
    if ($Done -le 0) { return 'unknown' }
    $rate = $Done / $Elapsed.TotalSeconds
    $left = [timespan]::FromSeconds(($Total - $Done) / $rate)
    '{0:hh\:mm\:ss} at {1}/s' -f $left, ($rate | ConvertTo-HumanSize)
}
Get-Eta 25MB 100MB '00:00:30'
Get-Eta 0 1 '00:00:01'
function Format-Bar([int]$Percent, [int]$Width = 20) {
    $full = [math]::Floor($Percent * $Width / 100)
    '[' + ('#' * $full).PadRight($Width, '.') + "] $Percent%"
}
0, 33, 100 | ForEach-Object { Format-Bar $_ }
filter Where-Newer([datetime]$Than) { if ($_.LastWriteTime -gt $Than) { $_ } }
'x' | Set-Content "$env:OUT/n.txt"; Get-ChildItem $env:OUT | Where-Newer (Get-Date).AddMinutes(-5) | ForEach-Object Name
function Invoke-Safely { param([scriptblock]$Try, [scriptblock]$Catch = { "failed: $_" }, [scriptblock]$Finally) try { & $Try } catch { & $Catch } finally { if ($Finally) { & $Finally } } }
Invoke-Safely { 1 / 0 }
Invoke-Safely { 'fine' } -Finally { 'cleanup' }
$lookup = @{ 200 = 'OK'; 404 = 'Not Found'; '5xx' = 'Server' }
foreach ($code in 200, 404, 503) { $key = if ($code -ge 500) { '5xx' } else { $code }; "$code $($lookup[$key])" }
$params = [System.Collections.Specialized.OrderedDictionary]::new(); $params.Add('q', 'a b'); $params.Add('n', 2)
($params.GetEnumerator() | ForEach-Object { '{0}={1}' -f $_.Key, [uri]::EscapeDataString($_.Value) }) -join '&'
$bits = [Convert]::ToString(10, 2).PadLeft(8, '0'); $bits; [Convert]::ToInt32('ff', 16)
[char[]]'abc' | ForEach-Object { [int]$_ } | Measure-Object -Sum | % Sum
-join ((65..70) | ForEach-Object { [char]$_ })
[string]::new('=', 5); 'abc'.ToCharArray()[2]
$s = 'x=1;y=2'; $s.Split(';') | ConvertFrom-StringData | ForEach-Object { $_.Keys + $_.Values } | Join-String
$global:LASTEXITCODE = 0; sh -c 'exit 3'; if (-not $?) { "native failed $LASTEXITCODE" }
$x, $y = 1, 2; $x, $y = $y, $x; "$x$y"
"$($null -eq $missing) $([string]::IsNullOrEmpty($missing))"

#> 512.0 B
#> 1.5 KB
#> 3.0 MB
#> 5.5 GB
#> 00:01:30 at 853.3 KB/s
#> unknown
#> [....................] 0%
#> [######..............] 33%
#> [####################] 100%
#> n.txt
#> failed: Attempted to divide by zero.
#> fine
#> cleanup
#> 200 OK
#> 404 Not Found
#> 503 Server
#> q=a%20b&n=2
#> 00001010
#> 255
#> 294
#> ABCDEF
#> =====
#> c
#> x1y2
#> native failed 3
#> 21
#> True True
