$feed = [xml](New-Object System.Net.WebClient).DownloadString("$env:SRV/feed.xml")
$rows = foreach ($item in $feed.rss.channel.item) {
    New-Object -TypeName PSObject -Property @{
        Title = [string]$item.title
        Date  = [DateTime]::Parse($item.pubDate)
        Link  = $item.enclosure.GetAttribute('url')
        Size  = [int]$item.enclosure.length
    }
}
$rows | Where-Object { $_.Date -ge [DateTime]'2024-05-02' } | Sort-Object Date | Select-Object Title, @{Name='Day';Expression={$_.Date.ToString('yyyy-MM-dd')}} | Format-Table -AutoSize
$null = New-Item -ItemType Directory -Path $env:OUT/media -Force
$rows | ForEach-Object {
    $name = $_.Title -replace '[^\w\.-]', '_'
    if (-not (Test-Path "$env:OUT/media/$name.txt")) { Start-BitsTransfer $_.Link "$env:OUT/media/$name.txt" -DisplayName $_.Title }
}
Get-ChildItem $env:OUT/media | Select-Object -ExpandProperty Name
$rows | Measure-Object -Property Size -Sum | Select-Object -ExpandProperty Sum
($rows | Group-Object { $_.Date.DayOfWeek } | Sort-Object Name).Name -join ','

#>>
#> Title                Day
#> -----                ---
#> Graphics 31.0.101    2024-05-03
#> Network adapter 22.2 2024-05-05
#>>
#> Graphics_31.0.101.txt
#> Network_adapter_22.1.txt
#> Network_adapter_22.2.txt
#> 30
#> Friday,Sunday,Wednesday
