$start = [datetime]'2024-02-28 22:30:00'
$start.AddDays(2).ToString('yyyy-MM-dd')
$span = (Get-Date '2024-03-01') - $start
"{0} {1} {2:F2}" -f $span.Days, $span.Hours, $span.TotalHours
($start.Date).DayOfWeek
$start.DayOfYear, $start.Month -join '/'
[datetime]::DaysInMonth(2024, 2)
[datetime]::IsLeapYear(2023)
$window = @{ From = [timespan]'22:00'; To = [timespan]'06:00' }
function Test-Window([datetime]$At) {
    $t = $At.TimeOfDay
    if ($window.From -le $window.To) { $t -ge $window.From -and $t -lt $window.To }
    else { $t -ge $window.From -or $t -lt $window.To }
}
'21:59', '22:00', '03:00', '06:00' | ForEach-Object { "$_ $(Test-Window $_)" }
[datetime]::ParseExact('20240301_0915', 'yyyyMMdd_HHmm', $null).ToString('s')
Get-Date -Date $start -UFormat '%Y/%m/%d'
(New-TimeSpan -Start $start -End $start.AddMinutes(90)).ToString()
[int](Get-Date '1970-01-02T00:00:00Z' -UFormat %s)
$start -lt '2024-03-01'
'{0:ddd, dd MMM yyyy}' -f $start
"$start"
[DateTimeOffset]::FromUnixTimeSeconds(86400).UtcDateTime.ToString('yyyy-MM-dd')
$eom = (Get-Date -Year 2024 -Month 4 -Day 1 -Hour 0 -Minute 0 -Second 0).AddMonths(1).AddDays(-1)
$eom.Day
([datetime]'2024-05-06').ToUniversalTime().Kind

#> 2024-03-01
#> 1 1 25.50
#> Wednesday
#> 59/2
#> 29
#> False
#> 21:59 False
#> 22:00 True
#> 03:00 True
#> 06:00 False
#> 2024-03-01T09:15:00
#> 2024/02/28
#> 01:30:00
#> 86400
#> True
#> Wed, 28 Feb 2024
#> 02/28/2024 22:30:00
#> 1970-01-02
#> 30
#> Utc
