Get-ChildItem -Path $env:OUT -Recurse | Remove-Item -Recurse -Force
foreach ($d in 'in/a', 'in/b/c') { [void](New-Item -ItemType Directory -Force -Path "$env:OUT/$d") }
1..5 | ForEach-Object { 'x' * ($_ * 100) | Set-Content "$env:OUT/in/a/file$_.log" -NoNewline }
1..3 | ForEach-Object { 'y' * 50 | Set-Content "$env:OUT/in/b/c/data$_.txt" -NoNewline }
Get-ChildItem "$env:OUT/in" -Recurse -File |
    Group-Object Extension |
    Sort-Object Count -Descending |
    Select-Object Name, Count, @{ n = 'Bytes'; e = { ($_.Group | Measure-Object Length -Sum).Sum } } |
    Format-Table -AutoSize
Get-ChildItem "$env:OUT/in" -Recurse -Include *.log |
    Where-Object Length -gt 250 |
    Sort-Object Length -Descending |
    Select-Object -First 2 -ExpandProperty Name
$tree = Get-ChildItem "$env:OUT/in" -Recurse -Directory | ForEach-Object { $_.FullName.Substring($env:OUT.Length) }
$tree | Sort-Object
$old, $new = (Get-ChildItem "$env:OUT/in/a"), (Get-ChildItem "$env:OUT/in/a" -Filter 'file[1-3].log')
(Compare-Object $old $new -Property Name).InputObject
Compare-Object -ReferenceObject (1, 2, 3) -DifferenceObject (2, 3, 4) | Sort-Object SideIndicator | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" }
$stats = Get-ChildItem "$env:OUT/in/a" | Measure-Object Length -Minimum -Maximum -Average
"{0} {1} {2} {3:n1}" -f $stats.Count, $stats.Minimum, $stats.Maximum, $stats.Average
(Get-ChildItem "$env:OUT/in" -Recurse -File | Where-Object { $_.Extension -in '.txt', '.md' }).BaseName -join ';'

#>>
#> Name Count Bytes
#> ---- ----- -----
#> .log     5  1500
#> .txt     3   150
#>>
#> file5.log
#> file4.log
#> /in/a
#> /in/b
#> /in/b/c
#> 1 <=
#> 4 =>
#> 5 100 500 300.0
#> data1;data2;data3
