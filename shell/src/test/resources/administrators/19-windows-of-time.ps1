# scheduling window, dates, timers
$now = [datetime]'2024-05-17T22:15:00'
$window = @{ Start = [timespan]'22:00'; End = [timespan]'06:00' }
function Test-Window([datetime]$At) { $t = $At.TimeOfDay; $t -ge $window.Start -or $t -lt $window.End }
Test-Window $now; Test-Window $now.AddHours(10)
if ($now.DayOfWeek -in 'Saturday', 'Sunday') { 'weekend' } else { "weekday $($now.DayOfWeek)" }
switch ($now.DayOfWeek) { 'Friday' { 'fri' } default { 'other' } }
$now.ToString('yyyy-MM-dd HH:mm:ss'); $now.ToString('s'); $now.ToString('HH:mm'); $now.ToShortDateString(); "{0:dd/MM/yy}" -f $now; $now.Date.ToString('d'); $now.Month; $now.Hour; $now.AddMonths(1).ToString('MMM'); $now.Ticks
(Get-Date -Year 2024 -Month 2 -Day 29).DayOfYear
Get-Date -Date $now -Format 'ddd dd MMM yyyy'
Get-Date $now -UFormat '%Y-%m-%d'
($now - [datetime]'2024-05-01').Days
[math]::Round(($now - [datetime]'2024-05-01').TotalHours, 1)
$ts = New-TimeSpan -Start '2024-05-01' -End '2024-05-03 12:00'
"$ts"; $ts.Days; $ts.TotalDays; '{0}d {1:00}h' -f $ts.Days, $ts.Hours
[timespan]::FromMinutes(90).ToString(); [timespan]::FromSeconds(3.5).TotalMilliseconds
$sw = [Diagnostics.Stopwatch]::StartNew(); Start-Sleep -Milliseconds 30; $sw.Stop(); $sw.ElapsedMilliseconds -ge 25; $sw.Elapsed.GetType().Name
(Measure-Command { Start-Sleep -Milliseconds 20 }).TotalMilliseconds -ge 15
$timeout = New-TimeSpan -Minutes 2; $timer = [Diagnostics.Stopwatch]::StartNew(); $n = 0
while ($timer.Elapsed -lt $timeout) { $n++; if ($n -ge 3) { break }; Start-Sleep -Milliseconds 10 }
"tries $n"
[datetime]::Today -le (Get-Date)
[DateTimeOffset]::UtcNow.ToUnixTimeSeconds() -gt 1700000000
[int][double]::Parse((Get-Date -UFormat %s)) -gt 1700000000
[datetime]::TryParse('nonsense', [ref]$now); [int]::TryParse('12', [ref]$n); $n
'2024-01-15' -as [datetime] | ForEach-Object { $_.Day }
('abc' -as [int]) -eq $null
[datetime]::UtcNow.Kind
#> True
#> False
#> weekday Friday
#> fri
#> 2024-05-17 22:15:00
#> 2024-05-17T22:15:00
#> 22:15
#> 5/17/2024
#> 17/05/24
#> 5/17/2024
#> 5
#> 22
#> Jun
#> 638515809000000000
#> 60
#> Fri 17 May 2024
#> 2024-05-17
#> 16
#> 406.2
#> 2.12:00:00
#> 2
#> 2.5
#> 2d 12h
#> 01:30:00
#> 3500
#> True
#> TimeSpan
#> True
#> tries 3
#> True
#> True
#> True
#> False
#> True
#> 12
#> 15
#> True
#> Utc
