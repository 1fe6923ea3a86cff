# Newest driver of a feed, by category
[CmdletBinding()]
param(
    [string]$FeedUrl = "$env:SRV/feed.xml",
    [ValidateSet('network', 'graphics')]
    [string]$Category = 'network'
)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$file = Join-Path $env:OUT 'feed.xml'
Start-BitsTransfer -Source $FeedUrl -Destination $file
[xml]$feed = Get-Content -Path $file -Raw
Write-Output "Feed: $($feed.rss.channel.title)"
$items = $feed.rss.channel.item | Where-Object { $_.category -eq $Category } |
    Sort-Object { [datetime]$_.pubDate } -Descending
"{0} of {1} items" -f @($items).Count, $feed.rss.channel.item.Count
$newest = $items | Select-Object -First 1
$url = $newest.enclosure.url
$target = Join-Path $env:OUT ("{0}-{1}" -f $newest.id, (Split-Path $url -Leaf))
Start-BitsTransfer -Source $url -Destination $target -DisplayName $newest.title
Write-Output ("{0} -> {1}" -f $newest.title, (Split-Path $target -Leaf))
Get-Content $target

#> Feed: Driver releases
#> 2 of 3 items
#> Network adapter 22.2 -> 1003-file3.txt
#> content 3
