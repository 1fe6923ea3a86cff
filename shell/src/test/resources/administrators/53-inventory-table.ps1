$folders = 'alpha', 'beta', 'gamma'
$i = 0
foreach ($f in $folders) {
    $i++
    Write-Progress -Activity 'Filling' -Status $f -PercentComplete ($i / $folders.Count * 100)
    $d = mkdir (Join-Path $env:OUT $f)
    for ($j = 1; $j -le $i; $j++) { [IO.File]::WriteAllText((Join-Path $d.FullName "n$j.dat"), 'z' * 10 * $j) }
}
$summary = Get-ChildItem $env:OUT -Directory | ForEach-Object {
    $m = Get-ChildItem $_.FullName -File | Measure-Object -Property Length -Sum
    $_ | Select-Object Name, @{ Name = 'Files'; Expression = { $m.Count } }, @{ Name = 'Bytes'; Expression = { $m.Sum } }
}
$summary | Format-Table -AutoSize | Out-String -Width 60 | ForEach-Object { $_.Trim() }
$summary | Format-List Name, Bytes
$summary | ConvertTo-Csv -NoTypeInformation
$summary | ConvertTo-Html -Fragment -Property Name, Bytes
$biggest = $summary | Sort-Object Bytes -Descending | Select-Object -First 1
"Biggest: $($biggest.Name) with $($biggest.Bytes)"
$summary[0..1].Name
$summary.Where({ $_.Files -gt 1 }).Name
$summary.ForEach('Name').ForEach({ $_.ToUpper() })
$summary | Select-Object -Property * -ExcludeProperty Files | Select-Object -Last 1
Push-Location $env:OUT
(Resolve-Path './alpha').Path -eq (Join-Path $env:OUT 'alpha')
Split-Path (Get-Location) -Leaf
Pop-Location
Rename-Item "$env:OUT/alpha/n1.dat" 'renamed.dat' -PassThru | ForEach-Object Name
Move-Item "$env:OUT/alpha/renamed.dat" "$env:OUT/beta"; (Get-ChildItem "$env:OUT/beta").Count
Copy-Item "$env:OUT/beta" "$env:OUT/delta" -Recurse; @(Get-ChildItem "$env:OUT/delta").Count
#> Name  Files Bytes
#> ----  ----- -----
#> alpha     1    10
#> beta      2    30
#> gamma     3    60
#>>
#> Name  : alpha
#> Bytes : 10
#>>
#> Name  : beta
#> Bytes : 30
#>>
#> Name  : gamma
#> Bytes : 60
#>>
#> "Name","Files","Bytes"
#> "alpha","1","10"
#> "beta","2","30"
#> "gamma","3","60"
#> <table>
#> <colgroup><col/><col/></colgroup>
#> <tr><th>Name</th><th>Bytes</th></tr>
#> <tr><td>alpha</td><td>10</td></tr>
#> <tr><td>beta</td><td>30</td></tr>
#> <tr><td>gamma</td><td>60</td></tr>
#> </table>
#> Biggest: gamma with 60
#> alpha
#> beta
#> beta
#> gamma
#> ALPHA
#> BETA
#> GAMMA
#>>
#> Name  Bytes
#> ----  -----
#> gamma    60
#> True
#> out
#> renamed.dat
#> 3
#> 3
#>>
