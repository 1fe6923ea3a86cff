$job = Start-BitsTransfer -Source "$env:SRV/big.bin", "$env:SRV/file1.txt" -Destination "$env:OUT/big.bin", "$env:OUT/one.txt" -Asynchronous -DisplayName "Spin"
$spinner = '|', '/', '-', '\'
$i = 0
$start = Get-Date
do {
    $tick = $spinner[$i++ % $spinner.Count]
    $done = $job.FileList | Where-Object IsTransferComplete | Measure-Object | Select-Object -ExpandProperty Count
    $percent = if ($job.BytesTotal -gt 0 -and $job.BytesTotal -lt [int64]::MaxValue) { [math]::Min(100, [math]::Floor(100 * $job.BytesTransferred / $job.BytesTotal)) } else { 0 }
    Write-Progress -Activity "$tick $($job.DisplayName)" -Status "$done of $($job.FilesTotal) files" -PercentComplete $percent
    Start-Sleep -Milliseconds 20
} while ($job.JobState -match '^(Queued|Connecting|Transferring)$' -and ((Get-Date) - $start).TotalSeconds -lt 180)
Write-Progress -Activity 'x' -Completed
if ($job.JobState -ne 'Transferred') { throw "state is $($job.JobState)" }
"{0} files, {1:N0} bytes" -f $job.FilesTransferred, $job.BytesTransferred
$job.FileList | Select-Object @{n = 'Name'; e = { Split-Path $_.LocalName -Leaf } }, BytesTotal, IsTransferComplete | Format-Table -AutoSize
$elapsed = New-TimeSpan $job.CreationTime $job.TransferCompletionTime
$elapsed.TotalMinutes -lt 10
Complete-BitsTransfer -BitsJob $job
(Get-ChildItem $env:OUT -File | Sort-Object Length -Descending)[0].Name
[bool](Get-BitsTransfer -Name Spin -ErrorAction SilentlyContinue)

#> 2 files, 3,000,010 bytes
#>>
#> Name    BytesTotal IsTransferComplete
#> ----    ---------- ------------------
#> big.bin    3000000               True
#> one.txt         10               True
#>>
#> True
#> big.bin
#> False
