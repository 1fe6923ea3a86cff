# Picks the first mirror that answers and downloads with it
[CmdletBinding()]
param (
    [string[]] $Mirrors = @('http://127.0.0.1:9', "$env:SRV/nowhere", $env:SRV),
    [string] $File = 'file1.txt',
    [ValidateScript({ if (Test-Path $_) { $true } else { throw "no such folder: $_" } })]
    [string] $Folder = $env:OUT
)

function Test-Mirror {
    param ([Parameter(Mandatory)] [uri] $Uri)
    try {
        $response = Invoke-WebRequest -Uri $Uri -Method Head -TimeoutSec 100 -ErrorAction Stop
        return ($response.StatusCode -eq 200)
    } catch {
        Write-Verbose "$($Uri.Host):$($Uri.Port) - $($_.Exception.GetType().Name)"
        return $false
    }
}

$chosen = $null
foreach ($mirror in $Mirrors) {
    $candidate = '{0}/{1}' -f $mirror.TrimEnd('/'), $File
    if (Test-Mirror $candidate) { $chosen = $candidate; break }
    Write-Host "skipping $($mirror -replace [regex]::Escape($env:SRV), 'SRV')"
}
if (-not $chosen) { Write-Error 'No mirror answers'; exit 2 }
$params = @{
    Source      = $chosen
    Destination = Join-Path $Folder $File
    DisplayName = "Mirror: $File"
    Priority    = [string]'Foreground'
}
Start-BitsTransfer @params -ErrorAction Stop
'{0} bytes from mirror {1}' -f (Get-Item $params.Destination).Length, ($Mirrors.IndexOf(($chosen -replace "/$File$")) + 1)
try { & $PSCommandPath -Folder '/does/not/exist' } catch { $_.Exception.Message -replace '^.*(no such folder.*)$', '$1' }

#> skipping http://127.0.0.1:9
#> skipping SRV/nowhere
#> 10 bytes from mirror 3
#> no such folder: /does/not/exist
