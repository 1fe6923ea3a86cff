$log = Join-Path -Path $env:OUT -ChildPath 'app.log'
(New-Object Net.WebClient).DownloadFile("$env:SRV/app.log", $log)
$counts = @{ Info = 0; Warn = 0; Error = 0; Other = 0 }
$codes = [System.Collections.ArrayList]@()
switch -Regex -File $log {
    '\sINFO\s'  { $counts.Info++ }
    '\sWARN\s'  { $counts.Warn++; continue }
    '\sERROR\s+(?<what>.+)\scode=(?<code>0x[0-9a-f]+)$' {
        $counts.Error++
        [void]$codes.Add([pscustomobject]@{ What = $Matches.what; Code = $Matches['code'] })
    }
    default { $counts.Other++ }
}
$counts.GetEnumerator() | Sort-Object Name | ForEach-Object { '{0,-6}{1,3}' -f $_.Key, $_.Value }
$codes | ForEach-Object { "$($_.Code) = $($_.What)" }
switch -Wildcard ('report.csv', 'setup.EXE', 'notes') {
    '*.csv' { "$_ is a table" }
    '*.exe' { "$_ is a program" }
    default { "$_ is something" }
}
switch -CaseSensitive ('Stop') { 'stop' { 'lower' } 'Stop' { 'exact' } }

#> Error   2
#> Info    3
#> Other   0
#> Warn    1
#> 0x80200010 = download failed
#> 0x80070070 = disk full
#> report.csv is a table
#> setup.EXE is a program
#> notes is something
#> exact
