$report = @()
foreach ($n in 'alpha', 'beta') {
    $j = Start-BitsTransfer -Source "http://server/$n" -Destination $n -Suspended -DisplayName $n
    $report += New-Object PSObject -Property @{ Name = $j.DisplayName; Total = $j.BytesTotal }
}
$report | Sort-Object Name -Descending | ForEach-Object { "$($_.Name): $($_.Total)" }
$stats = $report | Measure-Object -Property Total -Sum
"Sum: {0:N0} bytes = {1} KB" -f $stats.Sum, [math]::Round($stats.Sum / 1KB, 2)
$byName = @{}
$report | % { $byName[$_.Name] = $_ }
foreach ($key in ($byName.Keys | Sort-Object)) { "$key -> $($byName.$key.Total)" }
#> beta: 2048
#> alpha: 2048
#> Sum: 4,096 bytes = 4 KB
#> alpha -> 2048
#> beta -> 2048
