Param(
  [string]$Configuration = "Release",
  [string]$Version = "1.0.$(Get-Date '2024-05-06' -Format 'yyyyMMdd')"
)
Set-StrictMode -Version Latest
$ErrorActionPreference = "Stop"
function Exec([scriptblock]$cmd, [string]$errorMessage = "Error executing command: " + $cmd) {
  & $cmd
  if ($LastExitCode -ne 0) { throw $errorMessage }
}
function Get-NuGetLike {
  $nugetPath = Join-Path $env:OUT "nuget.txt"
  if (!(Test-Path $nugetPath)) {
    Write-Host "Fetching"
    Invoke-WebRequest "$env:SRV/file1.txt" -OutFile $nugetPath
  }
  return $nugetPath
}
$nuget = Get-NuGetLike
$nuget = Get-NuGetLike
Write-Host "Building $Configuration $Version with $(Split-Path -Leaf $nuget)"
Exec { sh -c "echo compiling" }
try { Exec { sh -c "exit 4" } "compile failed" } catch { Write-Host "ERROR: $_" -ForegroundColor Red }
$artifacts = @{ Path = "$env:OUT/artifacts"; Files = @() }
[void](New-Item -ItemType Directory -Force -Path $artifacts.Path)
1..3 | ForEach-Object { $f = "$($artifacts.Path)/pkg.$_.$Version.nupkg"; "data" | Out-File $f; $artifacts.Files += $f }
$artifacts.Files | ForEach-Object { [IO.Path]::GetFileName($_) }
"{0} packages, version {1}" -f $artifacts.Files.Length, ([version]$Version).Build

#> Fetching
#> Building Release 1.0.20240506 with nuget.txt
#> compiling
#> ERROR: compile failed
#> pkg.1.1.0.20240506.nupkg
#> pkg.2.1.0.20240506.nupkg
#> pkg.3.1.0.20240506.nupkg
#> 3 packages, version 20240506
