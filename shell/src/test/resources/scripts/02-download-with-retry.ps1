#Requires -Version 5.1
[CmdletBinding()]
param(
    [string]$Url = 'http://server/missing.iso',
    [ValidateRange(1, 10)][int]$MaxRetries = 3
)
$ErrorActionPreference = 'Stop'
Import-Module BitsTransfer

$attempt = 0
$done = $false
do {
    $attempt++
    try {
        Write-Host "Attempt $attempt of $MaxRetries"
        Start-BitsTransfer -Source $Url -Destination ".\file.iso" -DisplayName "ISO"
        $done = $true
    }
    catch {
        Write-Warning "Failed: $($_.Exception.Message)"
        if ($_.FullyQualifiedErrorId -like 'StartBitsTransferCOMException*') { Write-Host 'BITS said no' }
        Start-Sleep -Seconds (2 * $attempt)
    }
} while (-not $done -and $attempt -lt $MaxRetries)
if (-not $done) { Write-Host "Giving up after $attempt attempts"; exit 7 }
#> Attempt 1 of 3
#> WARNING: Failed: HTTP status 404: The requested URL does not exist on the server.
#> BITS said no
#> Attempt 2 of 3
#> WARNING: Failed: HTTP status 404: The requested URL does not exist on the server.
#> BITS said no
#> Attempt 3 of 3
#> WARNING: Failed: HTTP status 404: The requested URL does not exist on the server.
#> BITS said no
#> Giving up after 3 attempts
#! 7
