<#
.SYNOPSIS
    Downloads the big file with progress.
.PARAMETER Url
    What to fetch.
.EXAMPLE
    .\01.ps1 -Url http://x
#>
#Requires -Version 3.0
#Requires -Modules BitsTransfer
[CmdletBinding(SupportsShouldProcess = $true)]
param (
    [Parameter(Mandatory = $false, Position = 0, HelpMessage = "Url")]
    [ValidateNotNullOrEmpty()]
    [string]$Url = "$env:SRV/big.bin",

    [ValidateScript({ Test-Path $_ -PathType Container })]
    [string]$OutDir = $env:OUT,

    [ValidateSet('Foreground', 'High', 'Normal', 'Low')]
    [string]$Priority = 'Normal',

    [switch]$Force
)
#region setup
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module BitsTransfer
$file = Join-Path -Path $OutDir -ChildPath ([System.IO.Path]::GetFileName(([uri]$Url).LocalPath))
#endregion
$sw = [System.Diagnostics.Stopwatch]::StartNew()
$job = Start-BitsTransfer -Source $Url -Destination $file -Asynchronous -Priority $Priority -DisplayName "Get $(Split-Path $file -Leaf)"
while ($job.JobState -eq [Microsoft.BackgroundIntelligentTransfer.Management.BitsJobState]::Transferring -or $job.JobState -eq 'Connecting' -or $job.JobState -eq 'Queued') {
    $pct = if ($job.BytesTotal -gt 0) { [math]::Min(100, [int](($job.BytesTransferred / $job.BytesTotal) * 100)) } else { 0 }
    Write-Progress -Activity "Downloading $($job.DisplayName)" -Status ("{0:N1} MB of {1:N1} MB" -f ($job.BytesTransferred / 1MB), ($job.BytesTotal / 1MB)) -PercentComplete $pct -Id 1
    Start-Sleep -Milliseconds 100
}
Write-Progress -Activity "Downloading" -Completed -Id 1
switch ($job.JobState) {
    'Transferred' { Complete-BitsTransfer -BitsJob $job; Write-Host "Done: $file" -ForegroundColor Green }
    { $_ -in 'Error', 'TransientError' } { Write-Error "failed: $($job.ErrorDescription)"; Remove-BitsTransfer $job }
    default { Write-Warning "state $_" }
}
$sw.Stop()
"{0:N2} MB" -f ((Get-Item $file).Length / 1MB)
"elapsed ok: {0}" -f ($sw.Elapsed.TotalSeconds -lt 600)
'{0:hh\:mm\:ss}' -f [timespan]::FromSeconds(3725)
#> Done: @OUT@/big.bin
#> 2.86 MB
#> elapsed ok: True
#> 01:02:05
