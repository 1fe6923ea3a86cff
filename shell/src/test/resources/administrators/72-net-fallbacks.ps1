$uri = [System.UriBuilder]::new('http', '127.0.0.1', ([uri]$env:SRV).Port, '/file1.txt')
$uri.Uri.AbsoluteUri -eq "$env:SRV/file1.txt"
$u = [uri]'https://user@host.example:8443/a/b%20c/file.zip?x=1&y=2#frag'
$u.Scheme, $u.Host, $u.Port, $u.AbsolutePath, $u.Query, $u.Fragment, $u.Segments[-1], $u.IsAbsoluteUri -join ' '
[uri]::IsWellFormedUriString('http://ok/', 'Absolute'); [uri]::IsWellFormedUriString('not a url', [UriKind]::Absolute)
[System.IO.Path]::GetFileName($u.LocalPath)
try { Resolve-DnsName 'host.invalid' -ErrorAction Stop } catch { 'no dns cmdlet or name' }
try { [System.Net.Dns]::GetHostAddresses('localhost').Count -gt 0 } catch { 'no dns' }
Test-Connection 127.0.0.1 -Count 1 -Quiet
(Test-NetConnection -ComputerName 127.0.0.1 -Port ([uri]$env:SRV).Port -WarningAction SilentlyContinue).TcpTestSucceeded
$client = New-Object System.Net.Sockets.TcpClient
try { $client.Connect('127.0.0.1', ([uri]$env:SRV).Port); $client.Connected } catch { 'no tcp client' } finally { $client.Close() }
$request = [System.Net.HttpWebRequest]::Create("$env:SRV/file3.txt")
$request.UserAgent = 'test'
$response = $request.GetResponse()
$stream = $response.GetResponseStream()
$target = [System.IO.File]::Create("$env:OUT/stream.txt")
$buffer = New-Object byte[] 4096
while (($read = $stream.Read($buffer, 0, $buffer.Length)) -gt 0) { $target.Write($buffer, 0, $read) }
$target.Close(); $stream.Close(); $response.Close()
(Get-Item "$env:OUT/stream.txt").Length
$headers = @{ Authorization = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes('a:b')); Accept = 'text/plain' }
(Invoke-RestMethod "$env:SRV/file1.txt" -Headers $headers).Trim()
Invoke-WebRequest "$env:SRV/file2.txt" -OutFile "$env:OUT/w.txt" -PassThru | Select-Object -ExpandProperty StatusCode
$r = Invoke-WebRequest "$env:SRV/none" -SkipHttpErrorCheck; $r.StatusCode
Invoke-RestMethod -Uri "$env:SRV/releases.json" | ForEach-Object { $_ } | Where-Object { -not $_.prerelease } | ForEach-Object { $_.assets.name }
[System.Net.WebUtility]::HtmlDecode('a &amp; b'); [System.Web.HttpUtility]::UrlDecode('a%20b')

#> True
#> https host.example 8443 /a/b%20c/file.zip ?x=1&y=2 #frag file.zip True
#> True
#> False
#> file.zip
#> no dns cmdlet or name
#> True
#> True
#> True
#> 10
#> content 1
#> 200
#> 404
#> tool.zip
#> tool-src.zip
#> a & b
#> a b
