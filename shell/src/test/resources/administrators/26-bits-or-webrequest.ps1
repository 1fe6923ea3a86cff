function Get-FileFromWeb {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Url,
        [Parameter(Mandatory, Position = 1)] [string] $OutFile,
        [int] $MaxAttempts = 2
    )
    $attempt = 0
    do {
        $attempt++
        try {
            Write-Verbose "BITS, attempt $attempt"
            Import-Module BitsTransfer -ErrorAction Stop
            Start-BitsTransfer -Source $Url -Destination $OutFile -ErrorAction Stop -TransferType Download
            return [pscustomobject]@{ Method = 'BITS'; Attempts = $attempt; Path = $OutFile }
        }
        catch {
            Write-Warning ("BITS failed: {0}" -f $_.Exception.Message.Split(':')[0])
            try {
                Invoke-WebRequest -Uri $Url -OutFile $OutFile -UseBasicParsing -ErrorAction Stop
                return [pscustomobject]@{ Method = 'Web'; Attempts = $attempt; Path = $OutFile }
            }
            catch {
                try {
                    $client = New-Object System.Net.WebClient
                    $client.Headers.Add('User-Agent', 'Mozilla/5.0')
                    $client.DownloadFile($Url, $OutFile)
                    return [pscustomobject]@{ Method = 'Client'; Attempts = $attempt; Path = $OutFile }
                }
                catch [System.Net.WebException], [System.IO.IOException] {
                    Write-Warning "Unable to download $(Split-Path $Url -Leaf)"
                }
                finally {
                    if ($client) { $client.Dispose() }
                }
            }
        }
    } while ($attempt -lt $MaxAttempts)
    return $null
}
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
$good = Get-FileFromWeb "$env:SRV/file1.txt" "$env:OUT/one.txt"
$good.Method
$bad = Get-FileFromWeb -Url "$env:SRV/nothing-here.txt" -OutFile "$env:OUT/two.txt" -Verbose
if (-not $bad) { 'gave up' } else { $bad }
Test-Path "$env:OUT/two.txt"

#> BITS
#> VERBOSE: BITS, attempt 1
#> VERBOSE: Performing the operation "Start-BitsTransfer" on target "@SRV@/nothing-here.txt".
#> WARNING: BITS failed: HTTP status 404
#> VERBOSE: Performing the operation "Start-BitsTransfer" on target "@SRV@/nothing-here.txt".
#> VERBOSE: Performing the operation "Start-BitsTransfer" on target "@SRV@/nothing-here.txt".
#> WARNING: Unable to download nothing-here.txt
#> VERBOSE: BITS, attempt 2
#> VERBOSE: Performing the operation "Start-BitsTransfer" on target "@SRV@/nothing-here.txt".
#> WARNING: BITS failed: HTTP status 404
#> VERBOSE: Performing the operation "Start-BitsTransfer" on target "@SRV@/nothing-here.txt".
#> VERBOSE: Performing the operation "Start-BitsTransfer" on target "@SRV@/nothing-here.txt".
#> WARNING: Unable to download nothing-here.txt
#> gave up
#> False
