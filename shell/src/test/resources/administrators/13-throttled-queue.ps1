using namespace System.IO
using namespace System.Collections.Generic
[CmdletBinding()]
param([int]$Throttle = 2, [string[]]$Names = @('file1.txt', 'file2.txt', 'file3.txt', 'file4.txt'))
$queue = [Queue[string]]::new()
foreach ($n in $Names) { $queue.Enqueue($n) }
$active = [List[object]]::new()
$done = 0
while ($queue.Count -gt 0 -or $active.Count -gt 0) {
    while ($active.Count -lt $Throttle -and $queue.Count -gt 0) {
        $name = $queue.Dequeue()
        $job = Start-BitsTransfer -Source "$env:SRV/$name" -Destination ([Path]::Combine($env:OUT, $name)) -Asynchronous -DisplayName $name -Priority Foreground
        $active.Add($job)
    }
    foreach ($job in @($active)) {
        switch ($job.JobState) {
            'Transferred' { $job | Complete-BitsTransfer; [void]$active.Remove($job); $done++; break }
            'Error' { Write-Warning $job.ErrorDescription; $job | Remove-BitsTransfer; [void]$active.Remove($job); break }
        }
    }
    Start-Sleep -Milliseconds 50
}
"done $done of $($Names.Count)"
Get-ChildItem $env:OUT -File | Measure-Object Length -Sum -Maximum -Average | Select-Object Count, Sum, Maximum, @{l = 'Avg'; e = { '{0:N1}' -f $_.Average } } | Format-List
$set = [HashSet[string]]::new(); $set.Add('a'); $set.Add('a'); $set.Count; $set.Contains('a')
#> done 4 of 4
#>>
#> Count   : 4
#> Sum     : 40
#> Maximum : 10
#> Avg     : 10.0
#>>
#> True
#> False
#> 1
#> True
