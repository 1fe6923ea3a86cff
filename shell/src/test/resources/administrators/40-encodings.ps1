$text = "Grüße, 100 €"
$f = Join-Path $env:OUT 't.txt'
foreach ($e in 'utf8', 'Unicode', 'ASCII', 'utf8BOM', 'utf8NoBOM', 'BigEndianUnicode') {
    $text | Out-File $f -Encoding $e -NoNewline
    $bytes = [IO.File]::ReadAllBytes($f)
    '{0}: {1} bytes, first {2:x2}' -f $e, $bytes.Length, $bytes[0]
}
[System.IO.File]::WriteAllText($f, $text, [System.Text.Encoding]::UTF8)
(Get-Content $f -Encoding UTF8) -eq $text
$b64 = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('user:pass'))
"Basic $b64"
[Text.Encoding]::ASCII.GetString([Convert]::FromBase64String($b64))
'first' > "$env:OUT/r.txt"; 'second' >> "$env:OUT/r.txt"
Get-Content "$env:OUT/r.txt" | Measure-Object -Line | Select-Object -ExpandProperty Lines
1..20 | Set-Content "$env:OUT/n.txt"
Get-Content "$env:OUT/n.txt" -Tail 3
Get-Content "$env:OUT/n.txt" -TotalCount 2
(Get-Content "$env:OUT/n.txt" -ReadCount 0).Count
$reader = [System.IO.StreamReader]::new("$env:OUT/n.txt")
$sum = 0
try { while ($null -ne ($line = $reader.ReadLine())) { $sum += [int]$line } } finally { $reader.Close() }
$sum
[System.Web.HttpUtility]::UrlEncode('a b&c')
[uri]::EscapeDataString('a b/ü')

#> utf8: 16 bytes, first 47
#> Unicode: 26 bytes, first ff
#> ASCII: 12 bytes, first 47
#> utf8BOM: 19 bytes, first ef
#> utf8NoBOM: 16 bytes, first 47
#> BigEndianUnicode: 26 bytes, first fe
#> True
#> Basic dXNlcjpwYXNz
#> user:pass
#> 2
#> 18
#> 19
#> 20
#> 1
#> 2
#> 20
#> 210
#> a+b%26c
#> a%20b%2F%C3%BC
