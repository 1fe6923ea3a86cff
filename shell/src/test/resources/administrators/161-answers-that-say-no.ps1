# What a failed answer tells, conversations with cookies, files that go on.
Set-Content part.txt 'con' -NoNewline; Invoke-WebRequest "$env:SRV/file1.txt" -OutFile part.txt -Resume; Get-Content part.txt
Invoke-WebRequest "$env:SRV/file1.txt" -OutFile part.txt -Resume; (Get-Item part.txt).Length
try { Invoke-RestMethod "$env:SRV/none" } catch { $answer = $_.Exception.Response; [int]$answer.StatusCode; $answer.Headers['Server'] -like 'nginx*'; "$($answer.Headers.GetValues('Content-Type'))"; [IO.StreamReader]::new($answer.GetResponseStream()).ReadToEnd() -match '404' }
try { (New-Object Net.WebClient).DownloadString("$env:SRV/none") } catch { $failure = $_.Exception.InnerException; "$($failure.Status) $([int]$failure.Response.StatusCode) $($failure.Response.ResponseUri.AbsolutePath)" }
$client = New-Object Net.WebClient; $null = $client.DownloadString("$env:SRV/file1.txt"); $client.ResponseHeaders['Content-Length']
$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.Cookies.Add((New-Object Net.Cookie('sid', 'abc', '/', '127.0.0.1'))); $session.Cookies.Count
$session.Cookies.GetCookies($env:SRV) | ForEach-Object { "$_ for $($_.Path)" }
(Invoke-WebRequest "$env:SRV/file1.txt" -WebSession $session -SkipCertificateCheck -NoProxy).StatusCode
[Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }
(Invoke-WebRequest "$env:SRV/file1.txt" -UseBasicParsing).StatusCode
#> content 1
#> 10
#> 404
#> True
#> text/html
#> True
#> ProtocolError 404 /none
#> 10
#> 1
#> sid=abc for /
#> 200
#> 200
