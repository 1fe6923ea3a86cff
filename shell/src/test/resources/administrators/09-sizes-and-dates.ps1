# size humaniser, speed, eta
function Format-Size {
    param([Parameter(Mandatory)][double]$Bytes)
    switch ($Bytes) {
        { $_ -ge 1TB } { return '{0:N2} TB' -f ($_ / 1TB) }
        { $_ -ge 1GB } { return '{0:N2} GB' -f ($_ / 1GB) }
        { $_ -ge 1MB } { return '{0:N2} MB' -f ($_ / 1MB) }
        { $_ -ge 1KB } { return '{0:N2} KB' -f ($_ / 1KB) }
        default { return "$_ B" }
    }
}
500, 2048, 3500000, 5GB | % { Format-Size $_ }
Format-Size -Bytes 1.5tb
$start = Get-Date '2024-03-01 10:00:00'
$end = $start.AddMinutes(95.5)
$span = New-TimeSpan -Start $start -End $end
"{0:00}:{1:00}:{2:00}" -f $span.Hours, $span.Minutes, $span.Seconds
$span.ToString('hh\:mm\:ss')
"{0:d} days" -f ($end - $start.AddDays(-10)).Days
$start.ToString('dddd, dd MMMM yyyy HH:mm')
Get-Date $start -Format 'yyyy-MM-ddTHH:mm:ss'
$start.DayOfWeek
[int]$start.DayOfWeek
($start -lt $end)
$eta = [timespan]::FromSeconds((5GB - 1GB) / 12.5MB)
"ETA $eta"
'{0:mm\:ss}' -f $eta
[math]::Round(2.5); [math]::Round(3.14159, 2); [math]::Ceiling(1.2); [math]::Floor(-1.5); [math]::Truncate(1.9); [math]::Max(1, 7); [math]::Pow(2, 10)
'{0:P1}' -f 0.1234
'{0:X8}' -f 305419896
'{0,10}|{1,-10}|' -f 'right', 'left'
'{0:yyyyMMdd}' -f $start
'{0:#,##0.00}' -f 1234567.891
'{0:D5}' -f 42
'{0:E2}' -f 12345.678
[string]::Format('{0}-{1}', 'a', 'b')
"$(1kb) $(1mb)"
10 % 3; 7 / 2; [int](7 / 2); [int]2.5; [int]3.5; 1..5 -join ','
[datetime]::ParseExact('20240301', 'yyyyMMdd', $null).ToString('yyyy/MM/dd')
[datetime]::Now.Year -ge 2024
([datetime]'2024-12-31').DayOfYear
(Get-Date).AddDays(-1) -lt (Get-Date)
[timespan]'01:30:00' | Select-Object -ExpandProperty TotalMinutes
New-TimeSpan -Hours 1 -Minutes 30 | % { $_.TotalSeconds }
#> 500 B
#> 2.00 KB
#> 3.34 MB
#> 5.00 GB
#> 1.50 TB
#> 01:35:30
#> 01:35:30
#> 10 days
#> Friday, 01 March 2024 10:00
#> 2024-03-01T10:00:00
#> Friday
#> 5
#> True
#> ETA 00:05:27.6800000
#> 05:27
#> 2
#> 3.14
#> 2
#> -2
#> 1
#> 7
#> 1024
#> 12.3%
#> 12345678
#>      right|left      |
#> 20240301
#> 1,234,567.89
#> 00042
#> 1.23E+004
#> a-b
#> 1024 1048576
#> 1
#> 3.5
#> 4
#> 2
#> 4
#> 1,2,3,4,5
#> 2024/03/01
#> True
#> 366
#> True
#> 90
#> 5400
