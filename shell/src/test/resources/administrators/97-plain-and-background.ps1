$url = "$env:SRV/big.bin"
$output = "$env:OUT/big.bin"
$start_time = Get-Date
Import-Module BitsTransfer
Start-BitsTransfer -Source $url -Destination $output
#OR
Start-BitsTransfer -Source $url -Destination $output -Asynchronous | Out-Null
Get-BitsTransfer | ForEach-Object { while ($_.JobState -eq 'Transferring' -or $_.JobState -eq 'Connecting') { Start-Sleep -Milliseconds 100 }; Complete-BitsTransfer -BitsJob $_ }
$took = (Get-Date).Subtract($start_time).Seconds
Write-Output "Time taken below a minute: $($took -lt 60)"
"{0:N0} KB" -f ((Get-ChildItem $output).Length / 1KB)

#> Time taken below a minute: True
#> 2,930 KB
