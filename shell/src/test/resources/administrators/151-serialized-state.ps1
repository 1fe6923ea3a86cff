$state = [pscustomobject]@{
    Utc    = [datetime]::new(2024, 5, 6, 7, 8, 9, [DateTimeKind]::Utc)
    Local  = [datetime]::new(2024, 5, 6, 7, 8, 9, [DateTimeKind]::Local)
    None   = [datetime]::new(2024, 5, 6, 7, 8, 9)
    Limits = @{ cpu = 90 }
    Ports  = 80, 443
}
$state | Export-Clixml "$env:OUT/state.xml"
$back = Import-Clixml "$env:OUT/state.xml"
foreach ($name in 'Utc', 'Local', 'None') { "$name $($back.$name.Kind) $($back.$name.ToString('s')) $($back.$name -eq $state.$name)" }
$text = [System.Management.Automation.PSSerializer]::Serialize($state, 3)
([xml]$text).DocumentElement.LocalName
$clone = [System.Management.Automation.PSSerializer]::Deserialize($text)
$clone.Limits.cpu = 10; $clone.Ports[0] = 8080
"$($state.Limits.cpu) $($state.Ports) | $($clone.Limits.cpu) $($clone.Ports) $($clone.Utc.Kind)"
[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize('a_x0041_<b>'))
$null -eq [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($null))
([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((1, 2, 3))) | Measure-Object -Sum).Sum
try { [Management.Automation.PSSerializer]::Deserialize('no xml') } catch { $_.Exception.Message -replace ': ".*' }

#> Utc Utc 2024-05-06T07:08:09 True
#> Local Local 2024-05-06T07:08:09 True
#> None Unspecified 2024-05-06T07:08:09 True
#> Objs
#> 90 80 443 | 10 8080 443 Utc
#> a_x0041_<b>
#> True
#> 6
#> Exception calling "Deserialize" with "1" argument(s)
