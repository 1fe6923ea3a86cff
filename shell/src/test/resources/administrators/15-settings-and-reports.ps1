# credential, custom headers, config json
$sec = ConvertTo-SecureString 'p@ss' -AsPlainText -Force
$cred = New-Object System.Management.Automation.PSCredential ('user', $sec)
$cred.UserName
$cred.GetNetworkCredential().Password
$cfg = @'
{
  "base": "@SRV@",
  "retries": 2,
  "files": [ { "name": "file1.txt", "sha": "x" }, { "name": "file2.txt" } ],
  "opts": { "priority": "High", "notify": false }
}
'@ -replace '@SRV@', $env:SRV | ConvertFrom-Json
$common = @{ Priority = $cfg.opts.priority; Description = "cfg $($cfg.retries)"; ErrorAction = 'Stop' }
foreach ($f in $cfg.files) {
    Start-BitsTransfer -Source "$($cfg.base)/$($f.name)" -Destination "$env:OUT/$($f.name)" @common
    if ($f.PSObject.Properties.Name -contains 'sha') { "$($f.name) has sha" } else { "$($f.name) no sha" }
}
$cfg.opts | Add-Member -NotePropertyName stamp -NotePropertyValue 'now' -Force
$cfg | ConvertTo-Json -Depth 5 -Compress
$cfg.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.TypeNameOfValue)" }
$obj = New-Object PSObject -Property @{ A = 1; B = 'two' }
$obj | Select-Object A, B | ConvertTo-Csv -NoTypeInformation
$obj | Get-Member -MemberType NoteProperty | Select-Object -ExpandProperty Name
@{ x = 1; y = @(1, 2) } | ConvertTo-Json
$report = @(
    [pscustomobject]@{ Server = 'a'; Mb = 10.5; Ok = $true }
    [pscustomobject]@{ Server = 'b'; Mb = 200; Ok = $false }
)
$report | Format-Table @{Label = 'Server'; Expression = { $_.Server.ToUpper() } }, @{n = 'Size'; e = { '{0:N1}' -f $_.Mb }; a = 'right' } -AutoSize
$report | Sort-Object Mb -Descending | Select-Object -First 1 -ExpandProperty Server
$report | Group-Object Ok -AsHashTable -AsString | % { $_['True'].Server }
($report | Measure-Object Mb -Sum).Sum
$report | Where-Object Mb -gt 50 | ForEach-Object Server
$report.Where({ $_.Ok }).Server
$report.ForEach({ $_.Mb * 2 }) -join ';'
Compare-Object (1, 2, 3) (2, 3, 4) | ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }
1..10 | Select-Object -Skip 2 -First 3
'b', 'a', 'b' | Sort-Object -Unique
"a=1`nb=2" | ConvertFrom-StringData | % { $_.a }
Start-BitsTransfer -Source "$env:SRV/file3.txt" -Destination "$env:OUT/h.txt" -CustomHeaders 'X-A: 1', 'X-B: 2' -Credential $cred -Authentication Basic
Test-Path "$env:OUT/h.txt"
#> user
#> p@ss
#> file1.txt has sha
#> file2.txt no sha
#> {"base":"@SRV@","retries":2,"files":[{"name":"file1.txt","sha":"x"},{"name":"file2.txt"}],"opts":{"priority":"High","notify":false,"stamp":"now"}}
#> base=System.String
#> retries=System.Int64
#> files=System.Object[]
#> opts=System.Management.Automation.PSCustomObject
#> "A","B"
#> "1","two"
#> A
#> B
#> {
#>   "x": 1,
#>   "y": [
#>     1,
#>     2
#>   ]
#> }
#>>
#> Server  Size
#> ------  ----
#> A       10.5
#> B      200.0
#>>
#> b
#> a
#> 210.5
#> b
#> a
#> 21;400
#> 4=>
#> 1<=
#> 3
#> 4
#> 5
#> a
#> b
#> 1
#> True
