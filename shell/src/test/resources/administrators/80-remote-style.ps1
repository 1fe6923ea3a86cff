$computers = 'srv1', 'srv2', 'srv3'
$script = {
    param($Name, $Base)
    $result = [ordered]@{ Computer = $Name; Ok = $true; Detail = '' }
    try {
        if ($Name -eq 'srv2') { throw "cannot reach $Name" }
        $result.Detail = (Invoke-RestMethod "$Base/file1.txt").Trim()
    }
    catch { $result.Ok = $false; $result.Detail = $_.Exception.Message }
    [pscustomobject]$result
}
$jobs = $computers | ForEach-Object { Start-Job -Name $_ -ScriptBlock $script -ArgumentList $_, $env:SRV }
Wait-Job -Job $jobs -Timeout 60 | Out-Null
$jobs | Receive-Job | Sort-Object Computer | Select-Object Computer, Ok, Detail | Format-Table
($jobs | Where-Object State -eq 'Completed').Count
$jobs | Remove-Job
$results = $computers | ForEach-Object -Parallel { Start-Sleep -Milliseconds 10; "$_ on $($env:NOBODY ?? 'none')" } -ErrorAction SilentlyContinue
$shared = [System.Collections.Concurrent.ConcurrentBag[string]]::new()
$computers | ForEach-Object -Parallel { ($using:shared).Add("done $_") } -ThrottleLimit 3
($shared | Sort-Object) -join '; '
$total = 0
$computers | ForEach-Object -Parallel { if ($_ -eq 'srv3') { Write-Warning "slow $_" }; $_.Length } | ForEach-Object { $total += $_ }
$total
try { Invoke-Command -ComputerName srv1 -ScriptBlock { 1 } -ErrorAction Stop } catch { 'remoting is not here' }
Invoke-Command -ScriptBlock { param($a) $a * 2 } -ArgumentList 4
$sb = $script.GetNewClosure(); (& $sb -Name local -Base $env:SRV).Ok
$j = Start-Job { Start-Sleep 30 }; Stop-Job $j; $j.State; Remove-Job $j
$j2 = Start-Job { $using:computers.Count; Write-Error 'inside' }
$out = $j2 | Wait-Job | Receive-Job -ErrorVariable je -ErrorAction SilentlyContinue
"$out $($je.Count)"
Get-Job | Remove-Job -Force
@(Get-Job).Count

#>>
#> Computer    Ok Detail
#> --------    -- ------
#> srv1      True content 1
#> srv2     False cannot reach srv2
#> srv3      True content 1
#>>
#> 3
#> done srv1; done srv2; done srv3
#> WARNING: slow srv3
#> 12
#> remoting is not here
#> 8
#> True
#> Stopped
#> 3 1
#> 0
