# regex and strings
$url = 'https://dl.example.com:8443/path/to/app-1.2.3-x64.msi?sig=abc&exp=1'
$u = [System.Uri]$url
$u.Host; $u.Port; $u.AbsolutePath; $u.Segments[-1]; $u.Query; $u.Scheme; $u.AbsoluteUri; $u.IsAbsoluteUri; $u.PathAndQuery
if ($url -match '(?<name>[a-z]+)-(?<ver>\d+(?:\.\d+)+)-(?<arch>x\d\d)\.msi') { "$($Matches.name) $($Matches['ver']) $($Matches[0])" }
$m = [regex]::Match($url, '\d+\.\d+\.\d+')
$m.Success; $m.Value; $m.Index
[regex]::Matches('a1b22c333', '\d+') | ForEach-Object { $_.Value }
[regex]::Replace('a-b-c', '-', '+')
[regex]::Escape('a.b')
'one two  three' -split '\s+' | % { $_.Length }
'a,b;c' -split '[,;]'
'x' * 5
'abc'.PadLeft(6, '.'); 'abc'.PadRight(6) + '|'
'hello world' -replace '(\w+) (\w+)', '$2 $1'
'hello' -replace 'l', { $_.Value.ToUpper() }
'Path: {0}' -f (Split-Path 'C:\Windows\Temp\x.exe' -Leaf)
[System.IO.Path]::GetExtension('a/b.tar.gz'); [IO.Path]::GetFileNameWithoutExtension('/x/y.zip'); [IO.Path]::Combine('/a', 'b', 'c'); [IO.Path]::ChangeExtension('a.txt', 'log')
[string]::IsNullOrEmpty(''); [string]::IsNullOrWhiteSpace("  "); [string]::Join('-', @(1, 2, 3))
'abc'.Contains('b'); 'abc'.IndexOf('c'); 'abcabc'.LastIndexOf('b'); 'abc'.StartsWith('A', 'CurrentCultureIgnoreCase'); 'abc'.EndsWith('c'); 'a.b.c'.Split('.')[1]; ' x '.Trim(); 'abc'.Insert(1, 'Z'); 'abc'.Remove(1); 'abc'.Remove(0, 1); 'abc'.ToCharArray() -join '|'; 'abc'[0]; 'abc'[-1]; 'abcdef'[1..3] -join ''
'a' -lt 'b'; 'A' -ceq 'a'; 'abc' -clike 'A*'; 'foo' -in 'FOO', 'bar'; @(1, 2, 3) -contains 2; 1, 2, 3, 2 -ne 2
$s = "It`'s `"quoted`" `$notvar ``tick``"
$s
@'
literal $x
 two
'@
"sub: $($u.Host.ToUpper()) and ${url}".Substring(0, 20)
[char]65; [int][char]'A'; [byte]255; [convert]::ToString(255, 16); [convert]::ToInt32('ff', 16)
[System.Web.HttpUtility]::UrlDecode('a%20b'); [uri]::EscapeDataString('a b&c'); [uri]::UnescapeDataString('a%20b')
[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('user:pass'))
$b = New-Object System.UriBuilder 'http://h/x'; $b.Port = 8080; $b.Query = 'a=1'; $b.Uri.AbsoluteUri
switch -Regex ('error 404 not found') { '(\d{3})' { "code $($Matches[1])" } 'not found$' { 'nf' } }
switch -Wildcard ('report.csv') { '*.txt' { 'text' } '*.csv' { 'csv'; break } default { 'other' } }
switch (1, 2, 3) { 1 { 'one' } { $_ -gt 1 } { "big $_" } }
#> dl.example.com
#> 8443
#> /path/to/app-1.2.3-x64.msi
#> app-1.2.3-x64.msi
#> ?sig=abc&exp=1
#> https
#> https://dl.example.com:8443/path/to/app-1.2.3-x64.msi?sig=abc&exp=1
#> True
#> /path/to/app-1.2.3-x64.msi?sig=abc&exp=1
#> app 1.2.3 app-1.2.3-x64.msi
#> True
#> 1.2.3
#> 40
#> 1
#> 22
#> 333
#> a+b+c
#> a\.b
#> 3
#> 3
#> 5
#> a
#> b
#> c
#> xxxxx
#> ...abc
#> abc   |
#> world hello
#> heLLo
#> Path: x.exe
#> .gz
#> y
#> /a/b/c
#> a.log
#> True
#> True
#> 1-2-3
#> True
#> 2
#> 4
#> True
#> True
#> b
#> x
#> aZbc
#> a
#> bc
#> a|b|c
#> a
#> c
#> bcd
#> True
#> False
#> False
#> True
#> True
#> 1
#> 3
#> It's "quoted" $notvar `tick`
#> literal $x
#>  two
#> sub: DL.EXAMPLE.COM
#> A
#> 65
#> 255
#> ff
#> 255
#> a b
#> a%20b%26c
#> a b
#> dXNlcjpwYXNz
#> http://h:8080/x?a=1
#> code 404
#> nf
#> csv
#> one
#> big 2
#> big 3
