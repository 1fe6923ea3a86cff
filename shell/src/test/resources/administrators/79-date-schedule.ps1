$window = @(
    @{ Day = 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'; Start = '18:00'; End = '23:59' }
    @{ Day = 'Saturday', 'Sunday'; Start = '00:00'; End = '23:59' }
)
function Test-MaintenanceWindow {
    param([datetime]$At = (Get-Date))
    foreach ($w in $window) {
        if ($At.DayOfWeek -in $w.Day -and $At.TimeOfDay -ge [timespan]$w.Start -and $At.TimeOfDay -le [timespan]$w.End) { return $true }
    }
    $false
}
'2024-05-06 17:59', '2024-05-06 18:00', '2024-05-11 03:00' | ForEach-Object { '{0} {1}' -f $_, (Test-MaintenanceWindow ([datetime]$_)) }
function Get-NextWeekday([datetime]$From, [DayOfWeek]$Day) {
    $d = $From.Date.AddDays(1)
    while ($d.DayOfWeek -ne $Day) { $d = $d.AddDays(1) }
    $d
}
(Get-NextWeekday '2024-05-06' Monday).ToString('yyyy-MM-dd')
function Get-PatchTuesday([int]$Year, [int]$Month) {
    $first = Get-Date -Year $Year -Month $Month -Day 1
    $offset = ([int][DayOfWeek]::Tuesday - [int]$first.DayOfWeek + 7) % 7
    $first.AddDays($offset + 7).Date
}
1..3 | ForEach-Object { (Get-PatchTuesday 2024 $_).ToString('d MMM') }
$a = [datetime]'2024-03-10T08:00:00'; $b = [datetime]'2024-03-12T10:30:15'
$diff = $b - $a
'{0}d {1}h {2}m {3}s' -f $diff.Days, $diff.Hours, $diff.Minutes, $diff.Seconds
$diff.ToString('d\.hh\:mm'); "{0:dd\:hh\:mm\:ss}" -f $diff
[math]::Round($diff.TotalHours, 2)
(New-TimeSpan -Days 1 -Hours 2).TotalMinutes
$a.ToString('yyyyMMddTHHmmss'), $a.ToString('ddd dd/MM/yyyy hh:mm tt'), $a.ToString('o').Substring(0, 19) -join ' | '
$a.AddMonths(-1).ToShortDateString(); $a.Date -eq '2024-03-10'
[datetime]::Parse('05/06/2024').Month
Get-Date $a -Format 'dd-MM-yyyy'; Get-Date '2024-02-01' -UFormat '%A %d %B %Y'
$ticks = $a.Ticks; ([datetime]$ticks).Hour
[timespan]::FromMinutes(135).ToString(); [timespan]::Parse('1.02:03:04').TotalHours.ToString('F3')
[int]([datetime]'2024-12-31').DayOfYear; (Get-Date '2024-01-01').AddSeconds(-1).Year
$quarter = [math]::Ceiling($a.Month / 3); "Q$quarter"
[DateTime]::Compare($a, $b); $a.CompareTo($b); $a -gt $b
([datetimeoffset]'2024-05-01T10:00:00+02:00').UtcDateTime.Hour
(Get-Date '2024-05-01T10:00:00Z').ToUniversalTime().ToString('HH:mm')
[datetime]::UtcNow.Kind; [datetime]::SpecifyKind($a, 'Utc').Kind

#> 2024-05-06 17:59 False
#> 2024-05-06 18:00 True
#> 2024-05-11 03:00 True
#> 2024-05-13
#> 9 Jan
#> 13 Feb
#> 12 Mar
#> 2d 2h 30m 15s
#> 2.02:30
#> 02:02:30:15
#> 50.5
#> 1560
#> 20240310T080000 | Sun 10/03/2024 08:00 AM | 2024-03-10T08:00:00
#> 2/10/2024
#> True
#> 5
#> 10-03-2024
#> Thursday 01 February 2024
#> 8
#> 02:15:00
#> 26.051
#> 366
#> 2023
#> Q1
#> -1
#> -1
#> False
#> 8
#> 10:00
#> Utc
#> Utc
