# Jobs on threads, a few at once; values of the caller by $using:.
$env:SITE = 'lab'
$table = @{ Name = 'n'; List = 1, 2 }
Start-ThreadJob { "$using:env:SITE $($using:table.Name) $(($using:table).List[1])" } | Receive-Job -Wait -AutoRemoveJob
$jobs = 1..4 | ForEach-Object { Start-ThreadJob -Name "part$_" -ThrottleLimit 2 { param($n) Start-Sleep -Milliseconds 10; $n * $n } -ArgumentList $_ }
($jobs | Wait-Job | Receive-Job | Sort-Object) -join ','
Get-Job part1 | ForEach-Object State
Remove-Job -Name part*
@(Get-Job).Count
$job = 1..3 | ForEach-Object -Parallel { $_ + $using:table.List[0] } -AsJob
($job | Receive-Job -Wait | Sort-Object) -join ','
$job.State
5, 6 | Start-ThreadJob { $input | ForEach-Object { $_ + 1 } } | Out-Null
Get-Job | Remove-Job -Force

#> lab n 2
#> 1,4,9,16
#> Completed
#> 0
#> 2,3,4
#> Completed
