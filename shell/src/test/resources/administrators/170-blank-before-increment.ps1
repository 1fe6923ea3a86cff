# Counters with a blank, elements by Item, data sections, what describes Windows, a misplaced param.
$Counter = 0
foreach ($name in 'a', 'b', 'c') {
    $Counter ++
    "$Counter of 3: $name"
}
$left = 2
do { $left -- } until ($left -le 0); $left
$tries = @{ n = 1 }
$tries.n ++; $tries['n'] ++
$tries.n
$sum = 0
for ($i = 0; $i -lt 3; $i ++) { $sum += $i }
$sum
$row = @{ date = '2024-02-01'; time = '10:20:30+000' }
$row.Item('time') = [datetime]"$($row.Item('date')) $($row.Item('time').Split('+')[0])"
$row.time.ToString('s')
$list = [System.Collections.ArrayList]@(1, 2); $list.Item(1) = 7; $list -join ','
data Words { ConvertFrom-StringData "yes=ja`nno=nein" }
$Words.no
$text = data { 'one' }
$text
Configuration Web {
    param([string]$NodeName)
    Import-DscResource -ModuleName PSDesiredStateConfiguration
    Node $NodeName {
        File Readme {
            Ensure = 'Present'
            Contents = "hello"
        }
        Script Fetch
        {
            SetScript = { Start-BitsTransfer -Source https://host/a -Destination d:\a }
            TestScript = { Test-Path d:\a }
            GetScript = { @{ Ensure = if (Test-Path d:\a) { 'Present' } else { 'Absent' } } }
        }
    }
}
try { Web -NodeName localhost } catch { "no: $($_.Exception.Message.Substring(0, 29))" }
try { param([string]$Late = 'x') } catch { $_.FullyQualifiedErrorId }

#> 1 of 3: a
#> 2 of 3: b
#> 3 of 3: c
#> 0
#> 3
#> 3
#> 2024-02-01T10:20:30
#> 1,7
#> nein
#> one
#> no: The configuration 'Web' canno
#> CommandNotFoundException
