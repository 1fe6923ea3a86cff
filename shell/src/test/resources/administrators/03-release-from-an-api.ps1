# github release
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
$release = Invoke-RestMethod -Uri "$env:SRV/releases.json" -UseBasicParsing -Headers @{ 'User-Agent' = 'x'; Accept = 'application/json' }
$latest = $release | Where-Object { -not $_.prerelease } | Select-Object -First 1
$asset = $latest.assets | Where-Object { $_.name -match '^tool\.zip$' }
"latest: $($latest.tag_name.TrimStart('v')) -> $($asset.browser_download_url.Split('/')[-1])"
[version]$v = $latest.tag_name -replace '^v'
if ($v -gt [version]'2.0.5') { "newer than 2.0.5: major $($v.Major)" }
$zip = Join-Path $env:OUT $asset.name
Invoke-WebRequest -Uri $asset.browser_download_url -OutFile $zip -UseBasicParsing
Expand-Archive -Path $zip -DestinationPath "$env:OUT/tool" -Force
Get-ChildItem "$env:OUT/tool" -Recurse -File | Sort-Object FullName | Select-Object Name, @{ Name = 'KB'; Expression = { [math]::Round($_.Length / 1KB, 3) } } | ft -AutoSize
$r = Invoke-WebRequest "$env:SRV/file1.txt"
$r.StatusCode
[System.Text.Encoding]::UTF8.GetString($r.Content).Trim()
$r.Headers['Content-Length']
(Invoke-WebRequest "$env:SRV/file2.txt" -Method Head).Headers.'Content-Length'
try { iwr "$env:SRV/nope" -ErrorAction Stop } catch { "caught $($_.Exception.Response.StatusCode.value__) / $([int]$_.Exception.Response.StatusCode) / $($_.Exception.Message)" }
(Get-Date $latest.published_at).ToUniversalTime().ToString('yyyy-MM-dd')
#> latest: 2.1.0 -> tool.zip
#> newer than 2.0.5: major 2
#>>
#> Name          KB
#> ----          --
#> run.sh     0.007
#> readme.txt 0.006
#>>
#> 200
#> content 1
#> 10
#> 10
#> caught 404 / 404 / Response status code does not indicate success: 404 (Not Found).
#> 2024-05-01
