# How values stand in tables: numbers, truth and enumerations right, texts and times left.
[pscustomobject]@{ Name = 'a'; Size = 12; Ok = $true; Day = [DayOfWeek]::Monday }, [pscustomobject]@{ Name = 'longer'; Size = 3456; Ok = $false; Day = [DayOfWeek]::Sunday } | Format-Table -AutoSize
$null = Start-BitsTransfer "$env:SRV/big.bin" "$env:OUT/big.bin" -DisplayName kept -Suspended
Get-BitsTransfer | Select-Object DisplayName, JobState, Priority, FilesTotal | Out-Host
Get-BitsTransfer | Remove-BitsTransfer
[version]'1.2.3.4' | Out-Host
[timespan]'1.02:03:04.5' | Out-Host
[guid]'11111111-2222-3333-4444-555555555555' | Out-Host
[pscustomobject]@{ When = [datetime]'2024-03-05 14:07:09'; Took = [timespan]'00:00:05' } | Out-Host

#>>
#> Name   Size    Ok    Day
#> ----   ----    --    ---
#> a        12  True Monday
#> longer 3456 False Sunday
#>>
#>>
#> DisplayName  JobState   Priority FilesTotal
#> -----------  --------   -------- ----------
#> kept        Suspended Foreground          1
#>>
#>>
#> Major  Minor  Build  Revision
#> -----  -----  -----  --------
#> 1      2      3      4
#>>
#>>
#> Days              : 1
#> Hours             : 2
#> Minutes           : 3
#> Seconds           : 4
#> Milliseconds      : 500
#> Ticks             : 937845000000
#> TotalDays         : 1.08546875
#> TotalHours        : 26.05125
#> TotalMinutes      : 1563.075
#> TotalSeconds      : 93784.5
#> TotalMilliseconds : 93784500
#>>
#>>
#> Guid
#> ----
#> 11111111-2222-3333-4444-555555555555
#>>
#>>
#> When                Took
#> ----                ----
#> 3/5/2024 2:07:09 PM 00:00:05
#>>
