$releases = Invoke-RestMethod "$env:SRV/releases.json"
$latest = $releases | Where-Object { -not $_.prerelease } | Sort-Object { [version]($_.tag_name -replace '^v') } -Descending | Select-Object -First 1
$current = [version]'2.0.9'
$available = [version]$latest.tag_name.TrimStart('v')
if ($available -gt $current) {
    "Update $current -> $available ($(([datetime]$latest.published_at).ToString('yyyy-MM-dd')))"
    $asset = $latest.assets | Where-Object name -match '^tool\.zip$' | Select-Object -First 1
    $tmp = [IO.Path]::Combine($env:OUT, [IO.Path]::GetRandomFileName())
    New-Item $tmp -ItemType Directory > $null
    Push-Location $tmp
    try {
        Start-BitsTransfer $asset.browser_download_url ./update.zip
        Expand-Archive ./update.zip .
        (Get-ChildItem -Recurse -File -Name | ForEach-Object { $_ -replace '\\', '/' } | Sort-Object) -join ' '
    } finally { Pop-Location; Remove-Item $tmp -Recurse -Force }
    Test-Path $tmp
} else { 'up to date' }
$releases.assets.name
$releases.Count
$releases[-1].tag_name
@($releases | ? { $_.assets.Count -eq 0 }).Count
$releases | Select-Object tag_name, @{n='Assets';e={$_.assets.Count}}, prerelease | Format-List

#> Update 2.0.9 -> 2.1.0 (2024-05-01)
#> bin/run.sh readme.txt update.zip
#> False
#> tool.zip
#> tool-src.zip
#> 2
#> v2.0.0
#> 1
#>>
#> tag_name   : v2.1.0
#> Assets     : 2
#> prerelease : False
#>>
#> tag_name   : v2.0.0
#> Assets     : 0
#> prerelease : True
#>>
