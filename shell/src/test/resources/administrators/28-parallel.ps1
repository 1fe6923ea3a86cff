$files = 1..4 | ForEach-Object { "file$_.txt" }
$server = $env:SRV; $out = $env:OUT
$results = $files | ForEach-Object -Parallel {
    $name = $_
    Start-BitsTransfer -Source "$using:server/$name" -Destination (Join-Path $using:out $name)
    [pscustomobject]@{ Name = $name; Length = (Get-Item (Join-Path $using:out $name)).Length }
} -ThrottleLimit 2
$results | Sort-Object Name | Format-Table -AutoSize
($results | Measure-Object Length -Sum).Sum
$bag = [System.Collections.Concurrent.ConcurrentDictionary[string,int]]::new()
1..10 | ForEach-Object -ThrottleLimit 3 -Parallel {
    $d = $using:bag
    [void]$d.TryAdd("k$_", $_ * $_)
}
$bag.Count
$bag['k7']

#>>
#> Name      Length
#> ----      ------
#> file1.txt     10
#> file2.txt     10
#> file3.txt     10
#> file4.txt     10
#>>
#> 40
#> 10
#> 49
