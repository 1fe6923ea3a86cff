# background jobs
$sb = {
    param($url, $dest)
    Import-Module BitsTransfer
    Start-BitsTransfer -Source $url -Destination $dest
    "fetched $(Split-Path $dest -Leaf)"
}
1..3 | ForEach-Object { Start-Job -Name "dl$_" -ScriptBlock $sb -ArgumentList "$env:SRV/file$_.txt", "$env:OUT/f$_.txt" } | Out-Null
Get-Job | Wait-Job -Timeout 60 | Out-Null
Get-Job -Name dl* | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.State)" }
Get-Job | Receive-Job | Sort-Object
while (Get-Job -State Running) { Start-Sleep 1 }
Get-Job | Remove-Job -Force
@(Get-Job).Count
$j = Start-Job { throw 'inside' }
$null = Wait-Job $j
$j.State
Receive-Job $j -ErrorAction SilentlyContinue
Receive-Job $j -ErrorVariable ev -ErrorAction SilentlyContinue
Remove-Job $j
$outer = 42
$k = Start-Job { $using:outer + 1 }
$k | Wait-Job | Receive-Job
Remove-Job -Job $k
#> dl1 Completed
#> dl2 Completed
#> dl3 Completed
#> fetched f1.txt
#> fetched f2.txt
#> fetched f3.txt
#> 0
#> Failed
#> 43
