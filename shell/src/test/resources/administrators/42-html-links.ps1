$page = Invoke-WebRequest -Uri "$env:SRV/index.html" -UseBasicParsing
$page.StatusCode
$links = $page.Links | Where-Object { $_.href -match '\.txt$' } | Select-Object -ExpandProperty href -Unique
$links
$rx = [regex]'href="(?<name>[^"]+)"'
$all = $rx.Matches($page.Content) | ForEach-Object { $_.Groups['name'].Value }
"$($all.Count) links"
if ($page.Content -match 'update-(\d{4})-(\d\d)\.cab') {
    "Update of $($Matches[1]), month $([int]$Matches[2])"
    $month = [Globalization.CultureInfo]::InvariantCulture.DateTimeFormat.GetMonthName([int]$Matches[2])
    $month
}
$newName = 'update-2024-05.cab' -replace '(\d+)-(\d+)', '$2_$1'
$newName
[regex]::Replace('a1b22', '\d+', { param($m) [string]([int]$m.Value * 2) })
foreach ($l in $links) { Start-BitsTransfer "$env:SRV/$l" $env:OUT }
Get-ChildItem $env:OUT -Filter *.txt | Select-Object Name, Length
($page.Content -split "`n" | Select-String -Pattern 'big\.bin' -SimpleMatch:$false).Line.Trim()
Select-String -InputObject 'x=1;y=2' -Pattern '(\w)=(\d)' -AllMatches | ForEach-Object { $_.Matches } | ForEach-Object { $_.Groups[1].Value + $_.Groups[2].Value }
#> 200
#> file1.txt
#> file2.txt
#> 4 links
#> Update of 2024, month 5
#> May
#> update-05_2024.cab
#> a2b44
#>>
#> Name      Length
#> ----      ------
#> file1.txt     10
#> file2.txt     10
#> <li><a href="big.bin">big.bin</a> 3000000</li>
#> x1
#> y2
#>>
