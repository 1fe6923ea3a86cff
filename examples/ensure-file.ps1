# Brings a file unless it is here with the digest that is wanted, and says whether anything changed: for configuration
# tools and first-boot scripts. SOURCE DESTINATION [SHA256]
[CmdletBinding()]
param(
    [Parameter(Mandatory)][string]$Source,
    [Parameter(Mandatory)][string]$Destination,
    [string]$Sha256
)
$ErrorActionPreference = 'Stop'

function Test-Content {
    if (-not (Test-Path $Destination -PathType Leaf)) { return $false }
    if (-not $Sha256) { return $true }
    (Get-FileHash $Destination -Algorithm SHA256).Hash -eq $Sha256
}

$changed = -not (Test-Content)
if ($changed) {
    Start-BitsTransfer -Source $Source -Destination $Destination -DisplayName "ensure $(Split-Path $Destination -Leaf)"
    if (-not (Test-Content)) {
        Remove-Item $Destination
        throw "The content of $Source has another digest than $Sha256; the file was removed."
    }
}
[pscustomobject]@{ changed = $changed; path = $Destination; bytes = (Get-Item $Destination).Length }
