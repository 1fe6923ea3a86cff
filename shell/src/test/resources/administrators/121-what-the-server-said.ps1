# The words of a refusal, the headers of an answer, and secrets that stay at home.
try { Invoke-RestMethod "$env:SRV/none.json" } catch {
    [int]$_.Exception.Response.StatusCode
    $_.ErrorDetails.Message -match '404 Not Found'
    $_.ErrorDetails.Message -match '<'
    $_.Exception.Message
}
$null = Invoke-RestMethod "$env:SRV/config.json" -StatusCodeVariable code -ResponseHeadersVariable heads
"$code $($heads['Content-Type'])"
$token = ConvertTo-SecureString 'secret' -AsPlainText -Force
try { Invoke-RestMethod "$env:SRV/config.json" -Authentication Bearer -Token $token } catch { $_.FullyQualifiedErrorId }
try { Invoke-RestMethod "$env:SRV/config.json" -Authentication Basic -AllowUnencryptedAuthentication } catch { $_.FullyQualifiedErrorId }
$answer = Invoke-WebRequest "$env:SRV/config.json" -Authentication Bearer -Token $token -AllowUnencryptedAuthentication
$answer.StatusCode
#> 404
#> True
#> False
#> Response status code does not indicate success: 404 (Not Found).
#> 200 application/json
#> WebCmdletAllowUnencryptedAuthenticationRequiredException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand
#> WebCmdletAuthenticationCredentialNotSuppliedException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand
#> 200
