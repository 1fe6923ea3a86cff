# State between two runs, settings in a data file.
$state = [pscustomobject]@{ Last = 17; Done = @('a', 'b'); When = [datetime]'2024-01-02 03:04:05'; Nested = @{ k = $true } }
$state | Export-Clixml "$env:OUT/state.xml"
$again = Import-Clixml "$env:OUT/state.xml"
"$($again.Last) $($again.Done -join '+') $($again.When.ToString('s')) $($again.Nested.k)"
$again.Last.GetType().Name
$secret = [pscredential]::new('svc', (ConvertTo-SecureString 'p w' -AsPlainText -Force))
$secret | Export-Clixml "$env:OUT/cred.xml"
$read = Import-Clixml "$env:OUT/cred.xml"
"$($read.UserName) $($read.GetNetworkCredential().Password)"
"tab`tand `"quotes`" <x>" | Export-Clixml "$env:OUT/text.xml"; Import-Clixml "$env:OUT/text.xml"
Set-Content "$env:OUT/settings.psd1" "@{ Source = 'http://h/a'; Tries = 3; Hosts = @('x', 'y'); Deep = @{ On = `$true } }"
$settings = Import-PowerShellDataFile "$env:OUT/settings.psd1"
"$($settings.Source) $($settings.Tries) $($settings.Hosts.Count) $($settings.Deep.On)"
Set-Content "$env:OUT/evil.psd1" '@{ X = (Get-Date) }'
try { Import-PowerShellDataFile "$env:OUT/evil.psd1" } catch { ($_.FullyQualifiedErrorId -split ',')[0] }
Set-Item Env:STAGE test; $env:STAGE
Set-Item Function:Get-Stage { "stage $env:STAGE" }; Get-Stage
Test-Json '{"a": [1, 2]}'
Test-Json '{"a": ' -ErrorAction SilentlyContinue
'b', 'a', 'b' | Sort-Object | Get-Unique
(Get-Culture).Name
function Outer { Inner }
function Inner { (Get-PSCallStack | Select-Object -First 2).Command }
Outer

#> 17 a+b 2024-01-02T03:04:05 True
#> Int32
#> svc p w
#> tab	and "quotes" <x>
#> http://h/a 3 2 True
#> InvalidDataFile
#> test
#> stage test
#> True
#> False
#> a
#> b
#> en-US
#> Inner
#> Outer
