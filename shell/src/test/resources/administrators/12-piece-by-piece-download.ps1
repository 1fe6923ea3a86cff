# old style HttpWebRequest piecewise download with progress
Start-BitsTransfer "$env:SRV/SHA256SUMS", "$env:SRV/tool.zip" "$env:OUT/S", "$env:OUT/t.zip"
function Get-FileWithProgress($url, $targetFile) {
    $uri = New-Object "System.Uri" "$url"
    $request = [System.Net.HttpWebRequest]::Create($uri)
    $request.set_Timeout(15000)
    $response = $request.GetResponse()
    $totalLength = [System.Math]::Floor($response.get_ContentLength() / 1024)
    $responseStream = $response.GetResponseStream()
    $targetStream = New-Object -TypeName System.IO.FileStream -ArgumentList $targetFile, Create
    $buffer = New-Object byte[] 64KB
    $count = $responseStream.Read($buffer, 0, $buffer.length)
    $downloadedBytes = $count
    while ($count -gt 0) {
        $targetStream.Write($buffer, 0, $count)
        $count = $responseStream.Read($buffer, 0, $buffer.length)
        $downloadedBytes = $downloadedBytes + $count
        Write-Progress -Activity "Downloading file '$($url.split('/') | Select -Last 1)'" -Status "Downloaded ($([System.Math]::Floor($downloadedBytes/1024))K of $($totalLength)K): " -PercentComplete ((([System.Math]::Floor($downloadedBytes / 1024)) / $totalLength) * 100)
    }
    Write-Progress -Activity "Finished downloading file" -Completed
    $targetStream.Flush()
    $targetStream.Close()
    $targetStream.Dispose()
    $responseStream.Dispose()
}
Get-FileWithProgress "$env:SRV/big.bin" "$env:OUT/p.bin"
(Get-Item "$env:OUT/p.bin").Length
try { $r = [System.Net.WebRequest]::Create("$env:SRV/none"); $r.Method = 'HEAD'; $r.GetResponse() } catch [System.Net.WebException] { "web: $([int]$_.Exception.Response.StatusCode)" } catch { "generic: $($_.Exception.GetType().FullName) inner $($_.Exception.InnerException.Response.StatusCode)" }
$req = [Net.WebRequest]::Create("$env:SRV/big.bin"); $req.Method = 'HEAD'; $resp = $req.GetResponse(); $resp.ContentLength; [int]$resp.StatusCode; $resp.Close()
$sr = New-Object System.IO.StreamReader("$env:OUT/S"); $n = 0; while (($line = $sr.ReadLine()) -ne $null) { $n++ }; $sr.Close(); "lines $n"
$sw = [System.IO.StreamWriter]::new("$env:OUT/o.txt"); $sw.WriteLine('hi'); $sw.WriteLine("there"); $sw.Close(); Get-Content "$env:OUT/o.txt"
Add-Type -AssemblyName System.IO.Compression.FileSystem
[System.IO.Compression.ZipFile]::ExtractToDirectory("$env:OUT/t.zip", "$env:OUT/z")
Test-Path "$env:OUT/z/bin/run.sh"
Compress-Archive -Path "$env:OUT/z/*" -DestinationPath "$env:OUT/new.zip"; (Get-Item "$env:OUT/new.zip").Length -gt 0
#> 3000000
#> web: 404
#> 3000000
#> 200
#> lines 2
#> hi
#> there
#> True
#> True
