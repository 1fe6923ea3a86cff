$style = @'
<style>
table { border-collapse: collapse; }
th { background: #ddd; }
</style>
'@
$data = 1..3 | ForEach-Object { [pscustomobject]@{ Server = "srv$_"; Free = $_ * 12.5; State = if ($_ -eq 2) { 'Bad' } else { 'Good' } } }
$html = $data | ConvertTo-Html -Property Server, @{ Label = 'Free %'; Expression = { '{0:N1}' -f $_.Free } }, State -Head $style -PreContent '<h1>Report</h1>' -PostContent "<p>$($data.Count) servers</p>"
$html = $html -replace '<td>Bad</td>', '<td class="bad">Bad</td>'
$file = Join-Path $env:OUT report.html
$html | Out-File -FilePath $file -Encoding utf8
(Get-Content $file | Select-String -SimpleMatch '<tr>').Count
Get-Content $file | Select-String 'class="bad"' | ForEach-Object { $_.Line }
($html -join "`n") -match '<h1>(.*)</h1>' | Out-Null; $Matches[1]
$data | Export-Csv "$env:OUT/r.csv" -NoTypeInformation -Delimiter ';'
Get-Content "$env:OUT/r.csv" -First 2
Import-Csv "$env:OUT/r.csv" -Delimiter ';' | Where-Object { [double]$_.Free -ge 25 } | Select-Object -Last 1 -ExpandProperty Server
$data | Format-Table @{ n = 'S'; e = 'Server'; w = 6 }, @{ n = 'F'; e = { $_.Free }; f = 'N2'; a = 'right'; w = 8 } | Out-String | ForEach-Object { ($_ -split "`n" | Where-Object { $_.Trim() } | ForEach-Object { $_.TrimEnd() }) -join "`n" }
$data | Format-Wide -Property Server -Column 3 | Out-String -Width 60 | ForEach-Object Trim
$data | Measure-Object Free -Sum -Average -Maximum -Minimum | ForEach-Object { "$($_.Sum) $($_.Average) $($_.Maximum) $($_.Minimum)" }
$data | Group-Object State -NoElement | Sort-Object Name | Format-Table -HideTableHeaders | Out-String | ForEach-Object { $_.Trim() -replace '\s+', ' ' }
$data[0] | Out-String -Stream | Where-Object { $_ } | Select-Object -First 1
$data | ForEach-Object -MemberName Server
($data | Select-Object -Property Server, Free -First 1).PSObject.Properties.Name -join '/'
$props = @{ Property = 'Server', 'State'; AutoSize = $true }
$data | Where-Object State -like 'B*' | Format-Table @props
"Done: $(Get-Date -Date '2024-05-06 07:08' -Format g)"

#> 4
#> <tr><td>srv2</td><td>25.0</td><td class="bad">Bad</td></tr>
#> Report
#> "Server";"Free";"State"
#> "srv1";"12.5";"Good"
#> srv3
#> S             F
#> -             -
#> srv1      12.50
#> srv2      25.00
#> srv3      37.50
#> srv1                srv2                srv3
#> 75 25 37.5 12.5
#> 1 Bad 2 Good
#> Server Free State
#> srv1
#> srv2
#> srv3
#> Server/Free
#>>
#> Server State
#> ------ -----
#> srv2   Bad
#>>
#> Done: 5/6/2024 7:08 AM
