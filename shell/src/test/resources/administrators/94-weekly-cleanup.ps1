# Weekly cleanup of transfers and temp files with a summary object
[CmdletBinding(SupportsShouldProcess=$true)]
param([int]$OlderThanDays = 7, [string]$Path = $env:OUT)
begin {
    $summary = [PSCustomObject]@{ JobsRemoved = 0; FilesRemoved = 0; BytesFreed = 0L }
    1..4 | ForEach-Object { $n = "$Path/tmp$_.log"; 'x' * 100 | Set-Content $n -NoNewline; if ($_ -le 2) { (Get-Item $n).LastWriteTime = (Get-Date).AddDays(-10) } }
    $null = Start-BitsTransfer "$env:SRV/file1.txt" "$Path/late.txt" -Suspended -DisplayName 'stale job'
}
process {
    Get-BitsTransfer | Where-Object { $_.JobState -eq 'Suspended' -and $_.DisplayName -like 'stale*' } | ForEach-Object {
        if ($PSCmdlet.ShouldProcess($_.DisplayName, 'Remove transfer')) { Remove-BitsTransfer $_; $summary.JobsRemoved++ }
    }
    $limit = (Get-Date).AddDays(-$OlderThanDays)
    foreach ($file in Get-ChildItem $Path -Filter *.log -File | Where-Object LastWriteTime -lt $limit) {
        if ($PSCmdlet.ShouldProcess($file.Name)) {
            $summary.BytesFreed += $file.Length
            Remove-Item $file.FullName
            $summary.FilesRemoved++
        }
    }
}
end {
    $summary | Format-List
    if ($summary.FilesRemoved -ne 2) { exit 1 }
    "left: $((Get-ChildItem $Path -Filter *.log).Count)"
    exit 0
}

#>>
#> JobsRemoved  : 1
#> FilesRemoved : 2
#> BytesFreed   : 200
#>>
#> left: 2
