# csv driven
@"
Source,Destination,Priority
$env:SRV/file1.txt,$env:OUT/a.txt,High
$env:SRV/file2.txt,$env:OUT/b.txt,Low
$env:SRV/nope.txt,$env:OUT/c.txt,Low
"@ | Set-Content -Path "$env:OUT/list.csv" -Encoding UTF8
$rows = Import-Csv "$env:OUT/list.csv"
$jobs = $rows | ForEach-Object {
    $p = @{
        Source       = $_.Source
        Destination  = $_.Destination
        Priority     = $_.Priority
        Asynchronous = $true
        DisplayName  = "csv-$(Split-Path $_.Destination -Leaf)"
    }
    Start-BitsTransfer @p
}
"started $($jobs.Count): $(($jobs | select -Expand DisplayName) -join ', ')"
$deadline = (Get-Date).AddSeconds(180)
do {
    Start-Sleep -Milliseconds 200
    $pending = @($jobs | Where-Object { $_.JobState -notin 'Transferred', 'Error' })
} while ($pending.Count -gt 0 -and (Get-Date) -lt $deadline)
$jobs | Group-Object JobState | Sort-Object Name | ForEach-Object { "{0}: {1}" -f $_.Name, $_.Count }
$jobs | Where-Object { $_.JobState -eq 'Transferred' } | Complete-BitsTransfer
$failed = Get-BitsTransfer | Where-Object { $_.JobState -eq "Error" -and $_.DisplayName -like 'csv-*' }
foreach ($f in $failed) {
    "{0} failed: {1} [{2}]" -f $f.DisplayName, $f.ErrorDescription.Trim(), $f.ErrorCondition
    $f.FileList | Select-Object RemoteName, LocalName, IsTransferComplete | Format-List
    Remove-BitsTransfer -BitsJob $f -Confirm:$false
}
Get-ChildItem $env:OUT -Filter *.txt | Sort-Object -Property Length, Name -Descending | Select-Object -ExpandProperty Name
$rows | Select-Object *, @{n = 'Exists'; e = { Test-Path $_.Destination } } | Export-Csv "$env:OUT/report.csv" -NoTypeInformation
(Get-Content "$env:OUT/report.csv" | Select-Object -First 1)
#> started 3: csv-a.txt, csv-b.txt, csv-c.txt
#> Error: 1
#> Transferred: 2
#> csv-c.txt failed: HTTP status 404: The requested URL does not exist on the server: @SRV@/nope.txt. [HttpError404]
#>>
#> RemoteName         : @SRV@/nope.txt
#> LocalName          : @OUT@/c.txt
#> IsTransferComplete : False
#>>
#> b.txt
#> a.txt
#> "Source","Destination","Priority","Exists"
