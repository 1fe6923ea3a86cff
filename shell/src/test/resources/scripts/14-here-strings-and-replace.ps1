$template = @"
Hello $env:BITS_TEST_USER,
file '{0}' is ready (`$5 fee).
"@ -f 'a.zip'
$template -split "`r?`n" | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ }
$path = 'C:\Users\me\Downloads\setup (1).exe'
$clean = ($path -split '\\')[-1] -replace '\s*\(\d+\)', '' -replace '\.exe$', '.bak'
$clean.ToUpperInvariant()
'k1=v1;k2=v2' -split ';' | % { $k, $v = $_ -split '='; "$k is $v" }
"$(1..3 | % { $_ * 2 })"
[string]::Join('+', @('a', 'b'))
'{0:yyyy-MM-dd}' -f [datetime]'2024-02-29T10:00:00'
"Tab`tQuote`"Done"
#> Hello ,
#> file 'a.zip' is ready ($5 fee).
#> SETUP.BAK
#> k1 is v1
#> k2 is v2
#> 2 4 6
#> a+b
#> 2024-02-29
#> Tab	Quote"Done
