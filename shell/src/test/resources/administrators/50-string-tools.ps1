$name = '  Update_KB5034441_x64.msu '
$clean = $name.Trim()
$clean.Substring(7, 9)
$clean.IndexOf('_'), $clean.LastIndexOf('_') -join '-'
[IO.Path]::GetFileNameWithoutExtension($clean).Split('_')[1].TrimStart('KB')
$clean.ToUpper().StartsWith('UPDATE')
$clean -like '*x64*' -and $clean -notmatch 'arm'
'{0,-10}|{1,8:N1}|{2:P0}|{3:D4}|{4:X}|{5:yyyy}' -f 'left', 1234.567, 0.256, 42, 255, [datetime]'2024-01-01'
'a,b;c' -split '[,;]'
('x' * 3) + [char]65 + [int][char]'a'
"$([char]0x2713) done"
'abc'[-1], 'abc'[0..1] -join ''
-join ('abc'[2..0])
'one two  three'.Split(' ', [StringSplitOptions]::RemoveEmptyEntries).Count
[string]::IsNullOrWhiteSpace("  `t"), [string]::Join('+', 1..3), [string]::Format('{0}-{1}', 1, 'b')
'path/to/file.txt' -replace '^.*/', '' -replace '\.txt$', '.bak'
'CamelCaseName' -creplace '([a-z])([A-Z])', '$1 $2'
'2024-05-06' -match '(?<y>\d+)-(?<m>\d+)'; $Matches.y + '/' + $Matches.m
"pad".PadLeft(6, '.') + "pad".PadRight(6, '.')
'abc'.Contains('b'), 'abc'.Insert(1, '--'), 'abcabc'.Replace('b', 'X'), 'abc'.Remove(1)
try { 'abc'.Substring(9) } catch { $_.Exception.Message; $_.Exception.InnerException.GetType().Name }
[string[]]$arr = 1, 2, 3
$arr[0].GetType().Name
"Size: {0:N0} KB ({1})" -f (1MB / 1KB), (1GB -gt 1000MB)
$sb = [System.Text.StringBuilder]::new()
[void]$sb.Append('a').AppendLine('b').AppendFormat('{0:00}', 7)
$sb.ToString().Replace([Environment]::NewLine, '|')
'a'.CompareTo('b'), [string]::Compare('A', 'a', $true)
[math]::Round(2.5), [math]::Round(3.5), [math]::Round(2.345, 2), [math]::Ceiling(1.1), [math]::Floor(-1.1), [int]2.5, [int]'0x1F', (7 % 3), [math]::Pow(2, 10)

#> KB5034441
#> 6-16
#> 5034441
#> True
#> True
#> left      | 1,234.6|26%|0042|FF|2024
#> a
#> b
#> c
#> xxxA97
#> ✓ done
#> ca b
#> cba
#> 3
#> True
#> 1+2+3
#> 1-b
#> file.bak
#> Camel Case Name
#> True
#> 2024/05
#> ...padpad...
#> True
#> a--bc
#> aXcaXc
#> a
#> Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter 'startIndex')"
#> ArgumentOutOfRangeException
#> String
#> Size: 1,024 KB (True)
#> ab|07
#> -1
#> 0
#> 2
#> 4
#> 2.34
#> 2
#> -2
#> 2
#> 31
#> 1
#> 1024
