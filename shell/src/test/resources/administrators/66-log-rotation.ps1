$logDir = Join-Path $env:OUT 'logs'
$null = New-Item $logDir -ItemType Directory -Force
0..9 | ForEach-Object {
    $file = Join-Path $logDir ("app-{0:yyyyMMdd}.log" -f ([datetime]'2024-05-10').AddDays(-$_))
    "entry $_" | Set-Content $file
    (Get-Item $file).LastWriteTime = ([datetime]'2024-05-10 12:00').AddDays(-$_)
}
$cutoff = [datetime]'2024-05-05'
$old = Get-ChildItem -Path $logDir -Filter 'app-*.log' | Where-Object { $_.LastWriteTime -lt $cutoff }
"$($old.Count) files older than $($cutoff.ToString('d MMM yyyy'))"
$old | Sort-Object LastWriteTime | Select-Object -First 2 Name, @{N = 'Age'; E = { [int]([datetime]'2024-05-10 12:00' - $_.LastWriteTime).TotalDays } } | Format-Table
$archive = Join-Path $env:OUT 'old.zip'
Compress-Archive -Path $old.FullName -DestinationPath $archive
$old | Remove-Item -Verbose:$false
(Get-ChildItem $logDir).Count
$byMonth = Get-ChildItem $logDir | Group-Object { $_.LastWriteTime.ToString('yyyy-MM') } -AsHashTable
$byMonth.Keys
$byMonth['2024-05'].Count
$dates = Get-ChildItem $logDir | ForEach-Object {
    if ($_.BaseName -match '(\d{4})(\d{2})(\d{2})$') { Get-Date -Year $Matches[1] -Month $Matches[2] -Day $Matches[3] }
}
($dates | Sort-Object | Select-Object -Last 1).ToString('dddd')
$newest = Get-ChildItem $logDir | Sort-Object LastWriteTime | Select-Object -Last 1
Get-Content $newest.FullName | ForEach-Object { $_.ToUpper() }
$size = (Get-ChildItem $logDir -Recurse | Measure-Object -Property Length -Sum).Sum
switch ($size) {
    { $_ -gt 1GB } { '{0:n1} GB' -f ($_ / 1GB); break }
    { $_ -gt 1KB } { '{0:n1} KB' -f ($_ / 1KB); break }
    default { "$_ B" }
}

#> 4 files older than 5 May 2024
#>>
#> Name             Age
#> ----             ---
#> app-20240501.log   9
#> app-20240502.log   8
#>>
#> 6
#> 2024-05
#> 6
#> Friday
#> ENTRY 0
#> 48 B
