#Region Config
$Settings = [ordered]@{
    Proxy   = $null
    Retries = 2
    Files   = 'file1.txt', 'file9.txt'
}
#EndRegion
Function Start-Download {
    [CmdletBinding()]
    [OutputType([bool])]
    Param (
        [Parameter(Mandatory = $true, Position = 0)] [ValidateNotNullOrEmpty()] [String] $Source,
        [Parameter(Mandatory = $true, Position = 1)] [String] $Destination,
        [ValidateRange(0, 5)] [int] $RetryCount = $Settings.Retries
    )
    $BitsParams = @{ Source = $Source; Destination = $Destination; ErrorAction = 'Stop' }
    if ($Settings.Proxy) { $BitsParams += @{ ProxyUsage = 'Override'; ProxyList = $Settings.Proxy } }
    For ($Try = 0; $Try -le $RetryCount; $Try++) {
        Try {
            Start-BitsTransfer @BitsParams
            Return $true
        } Catch [System.Exception] {
            Write-Warning ("Try {0}: {1}" -f ($Try + 1), ($_.Exception.Message -split ':')[0])
            If ($_.Exception.Message -like '*404*') { Break }
        }
    }
    Return $false
}
$Result = @{}
ForEach ($File in $Settings['Files']) { $Result.$File = Start-Download "$env:SRV/$File" (Join-Path $env:OUT $File) }
$Result.Keys | Sort-Object | ForEach-Object { "{0,-10} {1}" -f $_, $Result[$_] }
If ($Result.ContainsValue($false)) { Write-Host 'some failed' }
[int]$Code = @($Result.Values | Where-Object { -not $_ }).Count
Exit $Code

#> WARNING: Try 1: HTTP status 404
#> file1.txt  True
#> file9.txt  False
#> some failed
#! 1
