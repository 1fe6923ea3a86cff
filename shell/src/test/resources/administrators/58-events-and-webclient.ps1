$wc = New-Object System.Net.WebClient
$wc.Encoding = [System.Text.Encoding]::UTF8
$text = $wc.DownloadString("$env:SRV/file1.txt").Trim()
$text
$bytes = $wc.DownloadData("$env:SRV/file2.txt")
$bytes.Length
try { $wc.DownloadFile("$env:SRV/none", "$env:OUT/none") }
catch {
    $e = $_.Exception
    while ($e.InnerException) { $e = $e.InnerException }
    $e.GetType().Name
    [int]$e.Response.StatusCode
}
try { Invoke-RestMethod "$env:SRV/none.json" } catch { "status $([int]$_.Exception.Response.StatusCode) $($_.Exception.Response.StatusCode)" }
try { Invoke-WebRequest 'http://127.0.0.1:1/x' -TimeoutSec 2 } catch { 'no connection' }
$head = Invoke-WebRequest "$env:SRV/big.bin" -Method Head
[long]("$($head.Headers['Content-Length'])")
$size = [math]::Round([long]"$($head.Headers['Content-Length'])" / 1MB, 2)
$size
$req = [System.Net.WebRequest]::Create("$env:SRV/file3.txt")
$req.Method = 'GET'
$req.Timeout = 5000
$resp = $req.GetResponse()
$resp.ContentLength
$sr = New-Object System.IO.StreamReader($resp.GetResponseStream())
$sr.ReadToEnd().Trim()
$sr.Close(); $resp.Close()
$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
(Invoke-WebRequest "$env:SRV/config.json" -WebSession $session -Headers @{ 'X-A' = 'b' }).StatusDescription
(Invoke-RestMethod "$env:SRV/feed.xml").Count
([xml](Invoke-WebRequest "$env:SRV/catalog.xml").Content).Catalog.Model.Count

#> content 1
#> 10
#> WebException
#> 404
#> status 404 NotFound
#> no connection
#> 3000000
#> 2.86
#> 10
#> content 3
#> OK
#> 3
#> 2
