1..20 |
    Where-Object { $_ % 3 -eq 0 } |
    ForEach-Object { [pscustomobject]@{ N = $_; Sq = $_ * $_; Even = -not ($_ % 2) } } |
    Group-Object Even |
    ForEach-Object {
        [pscustomobject]@{ Even = $_.Name; Sum = ($_.Group | Measure-Object Sq -Sum).Sum; Items = $_.Group.N -join ' ' }
    } |
    Sort-Object Even |
    Format-Table -AutoSize
$data = 'pear', 'Apple', 'fig', 'apple', 'Fig'
$data | Sort-Object -Unique
$data | Sort-Object -CaseSensitive | Select-Object -First 2
$data | Select-Object -Unique | Measure-Object | % Count
$data | Sort-Object Length, { $_ } -Descending | Select-Object -First 1
1..5 | ForEach-Object -Process { if ($_ -eq 3) { return } $_ } | Join-String -Separator ' '
(1..10 | Select-Object -Skip 2 -First 3) + (1..10 | Select-Object -SkipLast 8) -join ','
1..3 | ForEach-Object -PipelineVariable outer { $_ } | ForEach-Object { 'a', 'b' } | ForEach-Object { "$outer$_" } | Join-String -Separator ' '
$v = 1..3 | ForEach-Object { $_ * 10 } -OutVariable ov; $ov.Count
Write-Output 1 2 3 | Measure-Object -Sum | % Sum
@(@(1, 2) + @(3)).Count
'a'..'e' -join ''
5..1 | Where-Object { $_ -gt 2 }
$h = 'x', 'y', 'x' | Group-Object -AsHashTable -AsString; $h.x.Count
Compare-Object (Get-Content (New-Item "$env:OUT/1.txt" -Value "a`nb`nc")) (Get-Content (New-Item "$env:OUT/2.txt" -Value "b`nc`nd")) | Sort-Object InputObject | ForEach-Object { '{0}{1}' -f $_.SideIndicator, $_.InputObject }
$stack = [System.Collections.Generic.Stack[int]]::new(); 1..3 | ForEach-Object { $stack.Push($_) }; $stack.Pop(); $stack.Peek()
$sum = 0; 1..4 | ForEach-Object { $sum += $_ }; $sum
[int[]]$nums = '3', '1', '2'; [array]::Sort($nums); "$nums"
$nested = @{ a = @(1, @{ b = 'deep' }) }; $nested.a[1].b
$obj = '' | Select-Object A, B; $obj.A = 1; $obj.B = 2; "$($obj.A + $obj.B)"
(Get-Date '2024-01-31').AddMonths(1).Day
"{0:N0}|{1:#,##0.00}|{2:P1}|{3:e2}|{4,5}|{5:hh\:mm}" -f 1234567, 9876.543, 0.1234, 12345, 'x', [timespan]'01:30:00'
[math]::Round(1234.5678, 2), [math]::Max(3, 7), [math]::Abs(-4), [math]::Truncate(2.9) -join ' '

#>>
#> Even  Sum Items
#> ----  --- -----
#> False 315 3 9 15
#> True  504 6 12 18
#>>
#> Apple
#> fig
#> pear
#> apple
#> Apple
#> 5
#> Apple
#> 1 2 4 5
#> 3,4,5,1,2
#> 1a 1b 2a 2b 3a 3b
#> 3
#> 6
#> 3
#> abcde
#> 5
#> 4
#> 3
#> 2
#> <=a
#> =>d
#> 3
#> 2
#> 10
#> 1 2 3
#> deep
#> 3
#> 29
#> 1,234,567|9,876.54|12.3%|1.23e+004|    x|01:30
#> 1234.57 7 4 2
