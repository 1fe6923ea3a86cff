[CmdletBinding()]
Param (
    [Parameter(Mandatory=$false)][string]$OutPath = $env:OUT,
    [switch]$Overwrite
)
function Get-RedirectedOrSelf {
    param ([string]$URL)
    $request = [System.Net.WebRequest]::Create($URL)
    $request.AllowAutoRedirect = $false
    $response = $request.GetResponse()
    If ([int]$response.StatusCode -ge 300 -and [int]$response.StatusCode -lt 400) { $response.GetResponseHeader("Location") } else { $URL }
    $response.Close()
}
$files = @{ 'First file' = 'file1.txt'; 'Second file' = 'file2.txt' }
foreach ($f in $files.GetEnumerator() | Sort-Object Name) {
    $real = Get-RedirectedOrSelf "$env:SRV/$($f.Value)"
    $target = Join-Path $OutPath (Split-Path $real -Leaf)
    if ((Test-Path $target) -and !$Overwrite) { Write-Verbose "exists"; continue }
    try { Start-BitsTransfer -Source $real -Destination $target -Description $f.Name -ErrorAction Stop }
    catch { Write-Error -Exception $_.Exception -Message "Download of $($f.Name) failed" }
    Write-Host ("{0} => {1}" -f $f.Name, (Get-Item $target).Name)
}

#> First file => file1.txt
#> Second file => file2.txt
