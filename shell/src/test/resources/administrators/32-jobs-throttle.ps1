$urls = 'file1.txt', 'file2.txt', 'file3.txt'
$jobs = @()
foreach ($name in $urls) {
    while (@(Get-Job -State Running).Count -ge 2) { Start-Sleep -Milliseconds 50 }
    $jobs += Start-Job -Name "dl-$name" -ScriptBlock {
        param($u, $o)
        $ProgressPreference = 'SilentlyContinue'
        Invoke-WebRequest -Uri $u -OutFile $o
        (Get-Content $o).Length
    } -ArgumentList "$env:SRV/$name", (Join-Path $env:OUT $name)
}
$null = $jobs | Wait-Job -Timeout 60
foreach ($job in $jobs) {
    $data = Receive-Job -Job $job
    '{0} {1} {2}' -f $job.Name, $job.State, $data
}
$jobs | Remove-Job -Force
(Get-Job | Measure-Object).Count
$block = { param([int]$a, [int]$b = 2) $a * $b }
Invoke-Command -ScriptBlock $block -ArgumentList 21
& $block 3 4
$bad = Start-Job { throw 'broken inside' }
$bad | Wait-Job | Out-Null
$bad.State
try { Receive-Job $bad -ErrorAction Stop } catch { "caught: $($_.Exception.Message)" }

#> dl-file1.txt Completed 9
#> dl-file2.txt Completed 9
#> dl-file3.txt Completed 9
#> 0
#> 42
#> 12
#> Failed
#> caught: broken inside
