#Requires -Version 3.0
<#
.SYNOPSIS
    Downloads the packages of one model from a vendor's catalogue.
.PARAMETER Model
    The model as the catalogue names it.
.EXAMPLE
    .\driver-pack.ps1 -Model 'Latitude 5540'
#>
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string]$Model = 'Latitude 5540',
    [switch]$CriticalOnly
)

#region functions
function Write-LogEntry {
    param (
        [Parameter(Mandatory = $true)][string]$Value,
        [Parameter(Mandatory = $false)][ValidateSet("1", "2", "3")][string]$Severity = "1",
        [string]$FileName = "DriverPack.log"
    )
    $LogFilePath = Join-Path -Path $env:OUT -ChildPath $FileName
    $LogText = "<![LOG[$($Value)]LOG]!><type=""$($Severity)"">"
    try {
        Out-File -InputObject $LogText -Append -NoClobber -Encoding Default -FilePath $LogFilePath -ErrorAction Stop
    }
    catch [System.Exception] {
        Write-Warning -Message "Unable to append log entry to $FileName file. Error message at line $($_.InvocationInfo.ScriptLineNumber): $($_.Exception.Message)"
    }
}
function Get-Packages {
    [OutputType([System.Xml.XmlElement[]])]
    param ([xml]$Catalog, [string]$Name)
    $node = $Catalog.SelectSingleNode("//Model[@name='$Name']")
    if ($null -eq $node) { throw "No model named $Name" }
    return $node.Package
}
#endregion

Write-LogEntry -Value "Start for $Model"
$catalog = New-Object System.Xml.XmlDocument
Start-BitsTransfer "$env:SRV/catalog.xml" "$env:OUT/catalog.xml"
$catalog.Load("$env:OUT/catalog.xml")
$packages = Get-Packages -Catalog $catalog -Name $Model
if ($CriticalOnly) { $packages = $packages | Where-Object critical -eq 'true' }
foreach ($package in $packages) {
    $source = '{0}/{1}' -f $env:SRV, $package.path
    Start-BitsTransfer -Source $source -Destination (Join-Path $env:OUT "$($package.name).bin") -ErrorAction Stop
    Write-LogEntry "Got $($package.name) $($package.GetAttribute('version'))"
    Write-Host "$($package.name) $($package.version) $($package.Hash.'#text') $($package.Hash.algorithm)"
}
try { Get-Packages $catalog 'Nothing 1' } catch { Write-LogEntry $_.Exception.Message -Severity 3; Write-Host "Failed: $_" }
(Get-Content "$env:OUT/DriverPack.log").Count
Get-Content "$env:OUT/DriverPack.log" | Select-Object -Last 1

#> BIOS 1.8.0 0F4C SHA256
#> Chipset 10.1.2 1B2D SHA256
#> Failed: No model named Nothing 1
#> 4
#> <![LOG[No model named Nothing 1]LOG]!><type="3">
