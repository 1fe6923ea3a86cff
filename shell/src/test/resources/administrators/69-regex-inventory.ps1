$text = @'
Name=Alpha; Version=1.2.3; Date=2024-01-15
Name=Beta; Version=10.0.1; Date=2023-12-31
# comment
Name=Gamma; Version=2.0; Date=2024-02-29
'@
$pattern = '(?im)^Name=(?<name>\w+);\s*Version=(?<version>[\d.]+);\s*Date=(?<date>\S+?)\r?$'
$items = [regex]::Matches($text, $pattern) | ForEach-Object {
    [pscustomobject]@{
        Name    = $_.Groups['name'].Value
        Version = [version]$_.Groups['version'].Value
        Date    = [datetime]::ParseExact($_.Groups['date'].Value, 'yyyy-MM-dd', [cultureinfo]::InvariantCulture)
    }
}
$items | Sort-Object Version -Descending | ForEach-Object { '{0} {1} {2:dd.MM.yy}' -f $_.Name, $_.Version, $_.Date }
$items | Where-Object { $_.Date.Year -eq 2024 -and $_.Version -lt '2.5' } | Measure-Object | Select-Object -Expand Count
($text -split '\r?\n' -notmatch '^#').Count
$text -split "`n" | Where-Object { $_ -cmatch 'BETA' } | Measure-Object | % Count
'a1b2c3' -replace '(\d)', { [int]$_.Value + 1 }
'John Smith' -replace '(?<first>\w+)\s(?<last>\w+)', '${last}, ${first}'
[regex]::Split('a,b;c', '[,;]') -join '|'
'key = value # note' -match '^\s*(?<k>[^=]+?)\s*=\s*(?<v>[^#]+?)\s*(?:#.*)?$' | Out-Null
"$($Matches.k)->$($Matches.v)"
$m = [regex]::Match('port: 8080', '\d+')
$m.Success, $m.Value, $m.Index, $m.Length -join ' '
if ('x' -notmatch '\d') { 'no digit' }
$rx = New-Object System.Text.RegularExpressions.Regex('^a.c$', [System.Text.RegularExpressions.RegexOptions]'IgnoreCase, Singleline')
$rx.IsMatch("A`nC")
$hits = 'one two three two' | Select-String 'two' -AllMatches
$hits.Matches.Count
($hits.Matches | ForEach-Object Index) -join ','
switch -Regex ('error 404', 'warn 12', 'fine') {
    '^error (\d+)' { "E$($Matches[1])"; continue }
    '(?<level>warn)' { "W:$($Matches.level)" }
    default { 'other' }
}
'192.168.1.20' -match '^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$'
[regex]::Escape('C:\temp\*.log')
'aaa'.Split('a').Count
'The quick brown fox' -split ' ' | Group-Object Length | Sort-Object { [int]$_.Name } | ForEach-Object { "$($_.Name):$($_.Group -join '+')" }

#> Beta 10.0.1 31.12.23
#> Gamma 2.0 29.02.24
#> Alpha 1.2.3 15.01.24
#> 2
#> 3
#> 0
#> a2b3c4
#> Smith, John
#> a|b|c
#> key->value
#> True 8080 6 4
#> no digit
#> True
#> 2
#> 4,14
#> E404
#> W:warn
#> other
#> True
#> C:\\temp\\\*\.log
#> 4
#> 3:The+fox
#> 5:quick+brown
