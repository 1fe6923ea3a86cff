1..3 | ForEach-Object { Start-BitsTransfer "$env:SRV/file$_.txt" "$env:OUT/q$_.txt" -Suspended -DisplayName "queue $_" | Out-Null }
Start-BitsTransfer "$env:SRV/nope.bin" "$env:OUT/nope.bin" -Asynchronous -DisplayName 'broken' | Out-Null
$timeout = New-TimeSpan -Minutes 3
$sw = [diagnostics.stopwatch]::StartNew()
while ($sw.Elapsed -lt $timeout) {
    if ((Get-BitsTransfer -Name 'broken').JobState -eq 'Error') { break }
    Start-Sleep -Milliseconds 100
}
Get-BitsTransfer | Sort-Object DisplayName | Format-Table DisplayName, JobState, @{ L = 'Files'; E = { $_.FilesTotal } } -AutoSize
$errors = Get-BitsTransfer | Where-Object { $_.JobState -like '*Error*' }
foreach ($e in $errors) {
    Write-Host ("{0}: {1}" -f $e.DisplayName, ($e.ErrorDescription -split '\.')[0])
    '0x{0:X8}' -f $e.InternalErrorCode
    $e | Remove-BitsTransfer
}
Get-BitsTransfer 'queue*' | Set-BitsTransfer -Priority High -Description 'managed' | Out-Null
(Get-BitsTransfer).Priority | Select-Object -Unique
Get-BitsTransfer | ? { $_.DisplayName -eq 'queue 1' } | Resume-BitsTransfer
Test-Path "$env:OUT/q1.txt"
$resumed = Get-BitsTransfer -Name 'queue 2', 'queue 3' | Resume-BitsTransfer -Asynchronous
while ($resumed | Where-Object { $_.JobState -ne 'Transferred' }) { Start-Sleep -Milliseconds 50 }
$resumed | Complete-BitsTransfer
Get-ChildItem "$env:OUT/q*.txt" | Measure-Object | % Count
$stuck = Get-BitsTransfer -AllUsers | Where-Object { $_.CreationTime -lt (Get-Date).AddDays(-7) }
"stuck: $(@($stuck).Count)"
if (-not (Get-BitsTransfer)) { 'queue empty' }

#>>
#> DisplayName  JobState Files
#> -----------  -------- -----
#> broken          Error     1
#> queue 1     Suspended     1
#> queue 2     Suspended     1
#> queue 3     Suspended     1
#>>
#> broken: HTTP status 404: The requested URL does not exist on the server: http://127
#> 0x80190194
#> High
#> True
#> 3
#> stuck: 0
#> queue empty
