param($ComputerName = @('a','b'), [int]$Throttle = 2)
$queue = [System.Collections.Queue]::Synchronized((New-Object System.Collections.Queue))
1..5 | % { $queue.Enqueue("task$_") }
$running = @()
$done = @()
while ($queue.Count -gt 0 -or $running.Count -gt 0) {
    $running = @($running | Where-Object { if ($_.State -eq 'Running') { $true } else { $script:done += Receive-Job $_; Remove-Job $_; $false } })
    while ($running.Count -lt $Throttle -and $queue.Count -gt 0) {
        $task = $queue.Dequeue()
        $running += Start-Job -ArgumentList $task -ScriptBlock { param($t) "$t finished" }
    }
    Start-Sleep -Milliseconds 50
}
$done | Sort-Object

#> task1 finished
#> task2 finished
#> task3 finished
#> task4 finished
#> task5 finished
