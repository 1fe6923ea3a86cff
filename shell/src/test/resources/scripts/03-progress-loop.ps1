$ProgressPreference = 'SilentlyContinue'
$job = Start-BitsTransfer -Source "http://server/flaky.zip" -Destination "$PWD\flaky.zip" -Asynchronous -Priority High
$seen = @()
while ($job.JobState -notin 'Transferred', 'Error') {
    $pct = [int](($job.BytesTransferred * 100) / $job.BytesTotal)
    $seen += $pct
    Write-Progress -Activity "Downloading" -Status "$pct% Complete:" -PercentComplete $pct
    Start-Sleep -Milliseconds 200
}
"{0} polls, {1:N1} KB of {2:N1} KB, {3:P0}" -f $seen.Count, ($job.BytesTransferred / 1KB), ($job.BytesTotal / 1KB), ($job.BytesTransferred / $job.BytesTotal)
switch ($job.JobState) {
    'Transferred' { Complete-BitsTransfer $job; Write-Output "Complete" }
    'Error'       { $job | Select-Object ErrorDescription; Remove-BitsTransfer $job }
}
(Get-BitsTransfer).Count
#> 3 polls, 1.0 KB of 2.0 KB, 50%
#> Complete
#> 0
