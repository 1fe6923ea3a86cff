# Timers, clients and the script's own events.
$timer = New-Object System.Timers.Timer 20
$timer.AutoReset = $false
Register-ObjectEvent -InputObject $timer -EventName Elapsed -SourceIdentifier tick | Out-Null
$timer.Start()
$event = Wait-Event -SourceIdentifier tick -Timeout 180
"$($event.SourceIdentifier) $($event.SourceEventArgs.SignalTime.GetType().Name)"
Remove-Event -SourceIdentifier tick
Unregister-Event -SourceIdentifier tick

$global:finished = $false
$client = New-Object System.Net.WebClient
$job = Register-ObjectEvent $client DownloadFileCompleted -SourceIdentifier got -MessageData 'note' -Action {
    "file: $($EventArgs.Error -eq $null) $($Event.MessageData)"
    $global:finished = $true
}
$client.DownloadFileAsync([uri]"$env:SRV/file1.txt", "$env:OUT/async.txt")
$waited = [Diagnostics.Stopwatch]::StartNew()
while (-not $global:finished -and $waited.Elapsed.TotalSeconds -lt 180) { Start-Sleep -Milliseconds 20 }
Get-Content "$env:OUT/async.txt"
Receive-Job $job
(Get-EventSubscriber).SourceIdentifier
Get-EventSubscriber | Unregister-Event
@(Get-EventSubscriber).Count

Register-EngineEvent -SourceIdentifier app.step -Action { $global:step = $Event.MessageData } | Out-Null
$null = New-Event -SourceIdentifier app.step -MessageData 7
$global:step
$null = New-Event -SourceIdentifier nobody -MessageData 'kept'
(Get-Event -SourceIdentifier nobody).MessageData
Get-Event | Remove-Event
$null -eq (Wait-Event -SourceIdentifier never -Timeout 0)
try { Register-ObjectEvent 'text' Changed -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
$null = Register-EngineEvent PowerShell.Exiting -Action { Write-Host 'last words' }

#> tick DateTime
#> content 1
#> file: True note
#> got
#> 0
#> 7
#> kept
#> True
#> INVALID_REGISTRATION,Microsoft.PowerShell.Commands.RegisterObjectEventCommand
#> last words
