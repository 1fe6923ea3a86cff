$log = Join-Path $PWD 'run.log'
function Write-Log {
    param([Parameter(Mandatory)][string]$Message, [ValidateSet('INFO', 'WARN', 'ERROR')][string]$Level = 'INFO')
    $line = "[$Level] $Message"
    Add-Content -Path $log -Value $line
    switch ($Level) {
        'WARN'  { Write-Warning $Message }
        'ERROR' { Write-Host $line -ForegroundColor Red }
        default { Write-Host $line }
    }
}
$temp = Join-Path ([System.IO.Path]::GetTempPath()) "job-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
New-Item -ItemType Directory -Path $temp -Force | Out-Null
try {
    Write-Log "Start"
    Start-BitsTransfer -Source 'http://server/a.cab' -Destination (Join-Path $temp 'a.cab') -ErrorAction Stop
    $size = (Get-Item (Join-Path $temp 'a.cab')).Length
    Write-Log -Message "Got $size bytes" -Level WARN
    throw [System.IO.IOException]::new('disk is tired')
}
catch [System.IO.IOException] {
    Write-Log "IO: $($_.Exception.Message)" ERROR
}
finally {
    Remove-Item $temp -Recurse -Force
    Write-Log "Cleaned: $(-not (Test-Path $temp))"
}
(Get-Content $log).Count
#> [INFO] Start
#> WARNING: Got 19 bytes
#> [ERROR] IO: disk is tired
#> [INFO] Cleaned: True
#> 4
