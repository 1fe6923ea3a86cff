# queue admin
Get-BitsTransfer -AllUsers -ErrorAction SilentlyContinue | Where-Object { $_.DisplayName -like 'adm-*' } | Remove-BitsTransfer
$j = Start-BitsTransfer -Source "$env:SRV/file1.txt" -Destination "$env:OUT/1.txt" -Suspended -DisplayName 'adm-1' -Description 'first'
Add-BitsFile -BitsJob $j -Source "$env:SRV/file2.txt" -Destination "$env:OUT/2.txt" | Out-Null
"$($j.JobState) $($j.FilesTotal) $($j.JobType) $($j.Priority) $($j.TransferType)"
Set-BitsTransfer -BitsJob $j -Priority Low -DisplayName 'adm-renamed' | Out-Null
(Get-BitsTransfer -Name 'adm-*').DisplayName
$j | Resume-BitsTransfer -Asynchronous | Out-Null
do { Start-Sleep -Milliseconds 100 } until ($j.JobState -ne 'Queued' -and $j.JobState -ne 'Connecting' -and $j.JobState -ne 'Transferring')
$j.FileList | ForEach-Object { "{0} -> {1} ({2})" -f ($_.RemoteName -split '/')[-1], (Split-Path $_.LocalName -Leaf), $_.BytesTransferred }
if ($j.JobState -eq [Microsoft.BackgroundIntelligentTransfer.Management.BitsJobState]::Transferred) { Complete-BitsTransfer $j }
Get-Content "$env:OUT/1.txt", "$env:OUT/2.txt"
$age = (Get-Date) - $j.CreationTime
$age.TotalMinutes -lt 5
$old = Get-BitsTransfer | Where-Object { $_.CreationTime -lt (Get-Date).AddDays(-7) }
if ($old) { $old | Remove-BitsTransfer } else { 'nothing old' }
Get-BitsTransfer | Measure-Object | % Count
$null -eq (Get-BitsTransfer -Name 'adm-zzz*')
try { Get-BitsTransfer -JobId ([guid]::NewGuid()) -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
$k = Start-BitsTransfer -Source "$env:SRV/big.bin" -Destination "$env:OUT/k.bin" -Asynchronous -DisplayName 'adm-k'
$k | Suspend-BitsTransfer | Out-Null
$k.JobState -in 'Suspended', 'Transferred'
$k | Remove-BitsTransfer -Confirm:$false


Restart-Service BITS
(Get-Service BITS).Status
#> Suspended 2  Foreground Download
#> adm-renamed
#> file1.txt -> 1.txt (10)
#> file2.txt -> 2.txt (10)
#> content 1
#> content 2
#> True
#> nothing old
#> 0
#> True
#> GetBitsTransferInvalidIdError,Microsoft.BackgroundIntelligentTransfer.Management.GetBitsTransferCommand
#> True
#> Running
