param([int]$IntervalSeconds = 0, [int]$TimeoutSeconds = 180)
$job = Start-BitsTransfer -Source "$env:SRV/big.bin" -Destination "$env:OUT/big.bin" -DisplayName 'Nightly image' -Asynchronous -Priority Low
$sw = [System.Diagnostics.Stopwatch]::StartNew()
$deadline = [DateTime]::Now.AddSeconds($TimeoutSeconds)
:poll while ($true) {
    $job = Get-BitsTransfer -JobId $job.JobId
    switch -Exact ($job.JobState) {
        'Transferred' { break poll }
        'Error' { throw "failed: $($job.ErrorDescription)" }
        'TransientError' { $job | Resume-BitsTransfer -Asynchronous | Out-Null }
        default {
            $pct = 0
            if ($job.BytesTotal -gt 0 -and $job.BytesTotal -ne [uint64]::MaxValue) {
                $pct = [int](($job.BytesTransferred / $job.BytesTotal) * 100)
            }
            Write-Progress -Activity $job.DisplayName -Status "$pct% of $($job.BytesTotal)" -PercentComplete $pct
        }
    }
    if ([DateTime]::Now -ge $deadline) {
        Remove-BitsTransfer $job
        throw [System.TimeoutException]"not done in $TimeoutSeconds s"
    }
    Start-Sleep -Seconds $IntervalSeconds -ErrorAction Stop
}
Write-Progress -Activity $job.DisplayName -Completed
$before = $job.BytesTransferred
$job | Complete-BitsTransfer
$sw.Stop()
"$before bytes, in time: $($sw.Elapsed.TotalSeconds -lt $TimeoutSeconds)"
'{0:hh\:mm\:ss}' -f [timespan]::FromSeconds(3725)
(Get-Item "$env:OUT/big.bin").Length / 1MB -as [int]
@(Get-BitsTransfer).Count

#> 3000000 bytes, in time: True
#> 01:02:05
#> 3
#> 0
