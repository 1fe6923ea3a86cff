# Stored queue: export, later import, wait with timeout, report as csv/json/html-ish
$jobs = 1..3 | % { Start-BitsTransfer -Source "$env:SRV/file$_.txt" -Destination "$env:OUT/q$_.txt" -Asynchronous -DisplayName "q-$_" }
$jobs | Select-Object JobId, DisplayName | Export-Csv -Path "$env:OUT/jobs.csv" -NoTypeInformation
$later = Import-Csv "$env:OUT/jobs.csv" | ForEach-Object { Get-BitsTransfer -JobId $_.JobId }
$later.Count
$stop = (Get-Date).AddSeconds(180)
while (($later | Where-Object { $_.JobState -ne 'Transferred' }) -and (Get-Date) -lt $stop) {
    $done = ($later | Where-Object JobState -eq 'Transferred' | Measure-Object).Count
    Write-Progress -Activity 'Queue' -Status "$done of $($later.Count)" -PercentComplete (100 * $done / $later.Count)
    Start-Sleep -Milliseconds 100
}
$report = foreach ($j in ($later | Sort-Object DisplayName)) {
    [PSCustomObject][ordered]@{
        Name     = $j.DisplayName
        State    = "$($j.JobState)"
        Percent  = [math]::Round(100 * $j.BytesTransferred / $j.BytesTotal)
        Seconds  = [int](New-TimeSpan $j.CreationTime $j.ModificationTime).TotalSeconds -ge 0
        Files    = ($j.FileList | ForEach-Object { Split-Path $_.LocalName -Leaf }) -join ';'
    }
}
$report | ConvertTo-Csv -NoTypeInformation
$report | ConvertTo-Json -Compress
$report[0] | Format-List
$report | Format-Wide Name -Column 3
$later | Complete-BitsTransfer
(Get-BitsTransfer -Name 'q-*' | Measure-Object).Count
$report | Out-String | Set-Content "$env:OUT/report.txt"
(Select-String -Path "$env:OUT/report.txt" -Pattern 'q-\d').Count
Get-Content "$env:OUT/report.txt" | Where-Object { $_ -match '^q-(\d)' } | ForEach-Object { $Matches[1] }
$report | Tee-Object -Variable tee | Out-Null; $tee.Count
$hash = @{}; $report | ForEach-Object { $hash[$_.Name] = $_.Percent }; ($hash.GetEnumerator() | Sort-Object Name | % { "$($_.Key)=$($_.Value)" }) -join ' '
$hash.ContainsKey('q-1'); $hash.Values | Measure-Object -Average | % Average
$copy = $hash.Clone(); $copy.Remove('q-1'); "$($copy.Count) $($hash.Count)"
foreach ($k in @($hash.Keys)) { $hash[$k] = 0 }; ($hash.Values | Measure-Object -Sum).Sum
Get-Content "$env:OUT/q1.txt" -TotalCount 1; (Get-Content "$env:OUT/q1.txt" -Raw).Length; Get-Content "$env:OUT/q2.txt" -Tail 1
#> 3
#> "Name","State","Percent","Seconds","Files"
#> "q-1","Transferred","100","True","q1.txt"
#> "q-2","Transferred","100","True","q2.txt"
#> "q-3","Transferred","100","True","q3.txt"
#> [{"Name":"q-1","State":"Transferred","Percent":100.0,"Seconds":true,"Files":"q1.txt"},{"Name":"q-2","State":"Transferred","Percent":100.0,"Seconds":true,"Files":"q2.txt"},{"Name":"q-3","State":"Transferred","Percent":100.0,"Seconds":true,"Files":"q3.txt"}]
#>>
#> Name    : q-1
#> State   : Transferred
#> Percent : 100
#> Seconds : True
#> Files   : q1.txt
#>>
#>>
#> q-1                                     q-2                                     q-3
#>>
#> 0
#> 3
#> 3
#> q-1=100 q-2=100 q-3=100
#> True
#> 100
#> 2 3
#> 0
#> content 1
#> 10
#> content 2
