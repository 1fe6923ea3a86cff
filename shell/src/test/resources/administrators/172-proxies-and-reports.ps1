# The proxy of a client, errors with a cause and words, kinds of items, numbers without a sign, versions from parts.
$client = New-Object System.Net.WebClient
$client.Proxy.Credentials = [System.Net.CredentialCache]::DefaultNetworkCredentials
"$($client.Proxy.IsBypassed('http://host/')) $($client.Proxy.GetType().Name)"
$proxy = New-Object System.Net.WebProxy('http://proxy:3128', $true)
"$($proxy.Address) $($proxy.IsBypassed('http://intranet/')) $($proxy.IsBypassed('http://a.example/')) $($proxy.GetProxy('http://a.example/'))"
$client.Proxy = [System.Net.WebRequest]::GetSystemWebProxy()
$client.DownloadFile("$env:SRV/config.json", "$env:OUT/config.json")
(Get-Item $env:OUT/config.json).Length -gt 0
try { throw [System.IO.IOException]::new('disk gone') } catch { $cause = $_.Exception }
Write-Error -Exception $cause -Message 'The report was not saved.' -Category WriteError -ErrorAction SilentlyContinue -ErrorVariable e
"$($e[0]) | $($e[0].Exception.Message) | $($e[0].ErrorDetails.Message) | $($e[0].CategoryInfo.Category)"
try { Write-Error -Exception 'plain words' -ErrorAction Stop } catch [System.Exception] { $_.Exception.GetType().FullName }
([Exception]'abc').GetType().FullName
(New-Item -ItemType Dir -Path $env:OUT/d1).PSIsContainer
(New-Item -Type Container -Path $env:OUT/d2).PSIsContainer
(New-Item -ItemType f -Path $env:OUT/f1).PSIsContainer
try { New-Item -ItemType Folder -Path $env:OUT/d3 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
function Format-Size([ulong]$Bytes) { switch ($Bytes) { { $_ -ge 1MB } { '{0:N1} MiB' -f ($Bytes / 1MB); break } default { "$Bytes B" } } }
Format-Size 3500000; Format-Size 12
[ushort]65535; [uint]7; [short]-3
try { [ushort]70000 } catch { 'too large' }
$v = [version]'7.4'
[version]::new($v.Major, $v.Minor, $(if ($v.Build -eq -1) { 0 } else { $v.Build }), 0).ToString()
Set-Content $env:OUT/.hidden h
(Get-ChildItem $env:OUT -Attributes !Directory).Name -join ','
(Get-ChildItem $env:OUT -Attributes Directory+!Hidden).Name -join ','
(Get-ChildItem $env:OUT -Attributes Hidden, Directory).Name -join ','
[int][System.Net.Sockets.AddressFamily]::InterNetwork; [System.Net.Sockets.ProtocolType]::Udp
[timezone]::CurrentTimeZone.StandardName.Length -gt 0
Test-NetConnection 127.0.0.1 -Port ([uri]$env:SRV).Port -InformationLevel Quiet
(Test-NetConnection -ComputerName localhost -Port ([uri]$env:SRV).Port).TcpTestSucceeded

#> True WebProxy
#> http://proxy:3128 True False http://proxy:3128
#> True
#> The report was not saved. | disk gone | The report was not saved. | WriteError
#> System.Exception
#> System.Exception
#> True
#> True
#> False
#> NewItemInvalidOperation,Microsoft.PowerShell.Commands.NewItemCommand
#> 3.3 MiB
#> 12 B
#> 65535
#> 7
#> -3
#> too large
#> 7.4.0.0
#> config.json,f1
#> d1,d2
#> d1,d2,.hidden
#> 2
#> Udp
#> True
#> True
#> True
