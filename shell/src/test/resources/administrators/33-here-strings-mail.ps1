$machine = 'SRV01'
$items = @(
    [pscustomobject]@{ File = 'a.iso'; Bytes = 4.2GB; Ok = $true }
    [pscustomobject]@{ File = 'b.msu'; Bytes = 650KB; Ok = $false }
)
$rows = $items | ForEach-Object {
    $colour = if ($_.Ok) { 'green' } else { 'red' }
    "<tr style=`"color:$colour`"><td>$($_.File)</td><td>$([math]::Round($_.Bytes / 1MB, 1))</td></tr>"
}
$body = @"
<h1>Downloads on $machine</h1>
<table>
$($rows -join [Environment]::NewLine)
</table>
<p>Cost: `$0, "quoted", $(2 + 3) lines</p>
"@
$body
$literal = @'
No $expansion here: $(Get-Date) 'single' "double"
'@
$literal
$sql = @'
SELECT *
FROM files
WHERE name = '{0}'
'@ -f 'a.iso'
($sql -split "`r?`n")[-1]
"Tab:`tend; nested: $("inner $("deep")")"
"$machine's share is \\$machine\c$ and ${machine}_log"

#> <h1>Downloads on SRV01</h1>
#> <table>
#> <tr style="color:green"><td>a.iso</td><td>4300.8</td></tr>
#> <tr style="color:red"><td>b.msu</td><td>0.6</td></tr>
#> </table>
#> <p>Cost: $0, "quoted", 5 lines</p>
#> No $expansion here: $(Get-Date) 'single' "double"
#> WHERE name = 'a.iso'
#> Tab:	end; nested: inner deep
#> SRV01's share is \\SRV01\c$ and SRV01_log
