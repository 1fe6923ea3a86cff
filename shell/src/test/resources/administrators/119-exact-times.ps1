# Times of logs and headers by their patterns; a file that nobody else may have made.
$culture = [cultureinfo]::InvariantCulture
[datetime]::ParseExact('2024-01-02T03:04:05', 'yyyy-MM-ddTHH:mm:ss', $culture).ToString('s')
[datetime]::ParseExact('20240102_0304', 'yyyyMMdd_HHmm', $null).ToString('s')
[datetime]::ParseExact('5 Mar 2024 2:07 PM', 'd MMM yyyy h:mm tt', $culture).ToString('s')
[datetime]::ParseExact("Tue, 05 Mar 2024 10:00:00 GMT", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", $culture).Day
[datetime]::ParseExact('03:04', [string[]]('HH:mm:ss', 'HH:mm'), $culture, 'None').TimeOfDay.ToString()
[datetime]::ParseExact('2024-07-01T12:00:00Z', 'yyyy-MM-ddTHH:mm:ssK', $culture).ToUniversalTime().Hour
[datetime]::ParseExact('12.345', 'ss.fff', $culture).Millisecond
try { [datetime]::ParseExact('soon', 'yyyy', $culture) } catch [FormatException] { $_.Exception.Message }
$when = [datetime]::MinValue
[datetime]::TryParseExact('31.12.2023', 'dd.MM.yyyy', $culture, 'None', [ref]$when); $when.DayOfYear
$lock = "$env:OUT/run.lock"
$held = [IO.File]::Open($lock, [IO.FileMode]::CreateNew, [IO.FileAccess]::Write, [IO.FileShare]::None)
try { [IO.File]::Open($lock, 'CreateNew').Close() } catch [IO.IOException] { $_.Exception.Message -replace [regex]::Escape($env:OUT), 'OUT' }
$held.Close()

#> 2024-01-02T03:04:05
#> 2024-01-02T03:04:00
#> 2024-03-05T14:07:00
#> 5
#> 03:04:00
#> 12
#> 345
#> String 'soon' was not recognized as a valid DateTime.
#> True
#> 365
#> The file 'OUT/run.lock' already exists.
