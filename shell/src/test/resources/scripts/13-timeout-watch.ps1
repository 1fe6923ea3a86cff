$timeout = New-TimeSpan -Minutes 5
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$job = Start-BitsTransfer "http://server/slow.bin" slow.bin -Async -Desc 'long one'
:poll while ($true) {
    if ($watch.Elapsed -gt $timeout) { Write-Warning 'Timed out'; break }
    switch -Regex ($job.JobState) {
        '^(Queued|Connecting)$' { 'waiting'; break }
        '^Transferring$'        { 'moving' }
        '^Transferred$'         { $job | Complete-BitsTransfer; break poll }
        'Error'                 { throw "State: $_" }
    }
    Start-Sleep -m 250
}
if ($?) { "Done: $(Test-Path -Path .\slow.bin -PathType Leaf)" }
#> waiting
#> moving
#> moving
#> Done: True
