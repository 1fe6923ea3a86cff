$Global:LogFile = "$env:OUT/deploy.log"
Function Log {
    Param([Parameter(ValueFromPipeline)]$Msg, [ConsoleColor]$Color = 'White', [switch]$NoStamp)
    Process {
        $stamp = if ($NoStamp) { '' } else { '[{0:HH:mm}] ' -f [datetime]'2024-01-01 09:05' }
        Write-Host "$stamp$Msg" -ForegroundColor $Color
        Add-Content -Path $Global:LogFile -Value "$stamp$Msg"
    }
}
Function Get-Config($Name, $Default) {
    $v = [Environment]::GetEnvironmentVariable($Name)
    if ([string]::IsNullOrEmpty($v)) { $Default } else { $v }
}
Log "Start as $(Get-Config 'NO_SUCH_VAR' 'default')" -Color Cyan
$servers = Get-Content -Path (New-Item "$env:OUT/servers.txt" -Value "alpha`n`nbeta # old`ngamma`n") |
    Where-Object { $_ -match '\S' } |
    ForEach-Object { ($_ -split '#')[0].Trim() }
$servers | ForEach-Object { "server $_" } | Log -NoStamp
$status = [ordered]@{}
foreach ($srv in $servers) {
    switch -Wildcard ($srv) {
        'a*' { $status[$srv] = 'primary' }
        '*eta' { $status[$srv] = 'test'; break }
        default { $status[$srv] = 'spare' }
    }
}
$status.GetEnumerator() | ForEach-Object { Log ("{0,-8}: {1}" -f $_.Name, $_.Value) }
if ($status.Values -contains 'spare') { Log 'there is a spare' -Color Yellow }
(Get-Content $Global:LogFile).Where({ $_ -like '`[*' }).Count

#> [09:05] Start as default
#> server alpha
#> server beta
#> server gamma
#> [09:05] alpha   : primary
#> [09:05] beta    : test
#> [09:05] gamma   : spare
#> [09:05] there is a spare
#> 5
