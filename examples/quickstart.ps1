# A background job from a script: SOURCE DESTINATION
param([string]$Source, [string]$Destination)

$job = Start-BitsTransfer -Source $Source -Destination $Destination -DisplayName 'quick start' -Asynchronous
while ($job.JobState -in 'Queued', 'Connecting', 'Transferring', 'TransientError') {
    Start-Sleep -Milliseconds 200
}
switch ($job.JobState) {
    'Transferred' { "$($job.BytesTotal) bytes"; Complete-BitsTransfer -BitsJob $job }
    default { $job | Format-List; $job | Remove-BitsTransfer; exit 1 }
}
