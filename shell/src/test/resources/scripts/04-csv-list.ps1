@'
Source, Destination
http://server/a.txt, a.txt
http://server/b.txt, b.txt
'@ | Set-Content filelist.txt
Get-Content filelist.txt | Select-Object -Skip 1 | ForEach-Object {
    $parts = $_ -split ',\s*'
    [pscustomobject]@{ Source = $parts[0]; Destination = $parts[1] }
} | Start-BitsTransfer
Get-ChildItem *.txt | Where-Object Name -ne 'filelist.txt' | Sort-Object Name | ForEach-Object { $_.Name }
#> a.txt
#> b.txt
