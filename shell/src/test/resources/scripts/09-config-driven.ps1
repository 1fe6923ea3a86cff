$config = [ordered]@{
    Base  = 'http://server/pkg'
    Items = @(
        @{ Name = 'core'; Version = '1.10.0'; Required = $true }
        @{ Name = 'extra'; Version = '1.9.0'; Required = $false }
        @{ Name = 'docs'; Version = '2.0.0'; Required = $false }
    )
}
$minimum = [version]'1.9.5'
$queue = New-Object System.Collections.ArrayList
foreach ($item in $config.Items | Sort-Object { $_.Name }) {
    $newer = [version]$item.Version -ge $minimum
    if (-not $newer -and -not $item.Required) { Write-Host "skip $($item.Name)"; continue }
    [void]$queue.Add(('{0}/{1}-{2}.zip' -f $config.Base, $item.Name, $item.Version))
}
$queue
"$($queue.Count) of $($config.Items.Count), keys: $($config.Keys -join '/')"
#> skip extra
#> http://server/pkg/core-1.10.0.zip
#> http://server/pkg/docs-2.0.0.zip
#> 2 of 3, keys: Base/Items
