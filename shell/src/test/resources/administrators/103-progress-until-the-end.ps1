function Show-Progress {
    param([Parameter(Mandatory)]$Job, [int]$Every = 50)
    $last = -1
    do {
        $total = $Job.BytesTotal
        $sofar = $Job.BytesTransferred
        $p = if ($total -le 0 -or $total -eq [UInt64]::MaxValue) { 0 } else { [int](100 * $sofar / $total) }
        if ($p -ne $last) { Write-Progress -Activity "Downloading" -Status ("{0:n1} of {1:n1} MB" -f ($sofar/1MB), ($total/1MB)) -PercentComplete $p; $last = $p }
        Start-Sleep -Milliseconds $Every
    } until ($Job.JobState -notmatch 'ing$|Queued')
    Write-Progress -Activity "Downloading" -Completed
    $Job.JobState
}
$j = Start-BitsTransfer -Source "$env:SRV/big.bin" -Destination $env:OUT -Asynchronous -DisplayName 'img' -Description 'Image' -Priority Foreground -RetryInterval 60 -RetryTimeout 120
"$(Show-Progress $j)"
$j.FileList | Select-Object RemoteName, LocalName | ForEach-Object { (Split-Path $_.RemoteName -Leaf) + ' ' + (Split-Path $_.LocalName -Leaf) }
switch ($j.JobState) {
    "Transferred" { Complete-BitsTransfer -BitsJob $j; Write-Host "complete" }
    "Error" { $j | Format-List }
    default { Write-Host "other" }
}
$j2 = Start-BitsTransfer -Source "$env:SRV/none.bin" -Destination "$env:OUT/none.bin" -Asynchronous
[void](Show-Progress $j2)
"{0} / {1}" -f $j2.JobState, $j2.ErrorCondition
if ($j2.InternalErrorCode -ne 0) { "code 0x{0:X}" -f $j2.InternalErrorCode }
Remove-BitsTransfer -BitsJob $j2 -Confirm:$false
Get-BitsTransfer -Name img -ErrorAction SilentlyContinue | Measure-Object | Select -exp Count

#> Transferred
#> big.bin big.bin
#> complete
#> Error / HttpError404
#> code 0x80190194
#> 0
