# ErrorVariable, nested try, rethrow, custom exceptions, ErrorRecord, finally order, $Error
function Invoke-Retry {
    [CmdletBinding()]
    param([Parameter(Mandatory)][ScriptBlock]$Action, [int]$Max = 3, [int]$DelayMs = 1)
    for ($i = 1; $i -le $Max; $i++) {
        try { return & $Action $i }
        catch {
            if ($i -eq $Max) { throw }
            Write-Verbose "retry $i"
            Start-Sleep -Milliseconds ($DelayMs * [math]::Pow(2, $i))
        }
    }
}
Invoke-Retry { param($n) if ($n -lt 3) { throw "no $n" } "yes $n" }
try { Invoke-Retry { throw [System.InvalidOperationException]'always' } -Max 2 } catch [System.InvalidOperationException] { "invalid op: $($_.Exception.Message)" }
try {
    try { throw 'inner' } catch { throw "outer of $($_.Exception.Message)" } finally { 'finally 1' }
} catch { "$_" } finally { 'finally 2' }
try { Start-BitsTransfer "$env:SRV/none1" "$env:OUT/n" -ErrorAction Stop } catch { $msg = $_.Exception.Message; switch -Wildcard ($msg) { '*404*' { 'not found' } '*timed out*' { 'timeout' } default { "other $msg" } } }
Start-BitsTransfer "$env:SRV/none2" "$env:OUT/n" -ErrorAction SilentlyContinue -ErrorVariable bitsErr
if ($bitsErr) { "collected $($bitsErr.Count)" }
if (!$?) { 'status false' }
try { Start-BitsTransfer "$env:SRV/file1.txt" '/no/such/dir/file' -EA Stop } catch { $_.FullyQualifiedErrorId.Split(',')[0]; $_.CategoryInfo.Category }
try { Start-BitsTransfer -Source "$env:SRV/file1.txt" -Destination "$env:OUT/x" -Priority Wrong } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
try { Start-BitsTransfer -NoSuchParam 1 } catch { $_.FullyQualifiedErrorId.Split(',')[0]; $_.Exception.GetType().Name }
try { Start-BitsTransfer a b c d e } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
$er = New-Object System.Management.Automation.ErrorRecord ([System.Exception]::new('made')), 'MyId', ([System.Management.Automation.ErrorCategory]::InvalidData), 'target'
try { throw $er } catch { "$($_.FullyQualifiedErrorId) $($_.TargetObject) $($_.CategoryInfo.Category)" }
function Test-Terminating { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError($er) }
try { Test-Terminating } catch { "terminating: $($_.Exception.Message)" }
$ErrorActionPreference = 'Stop'
try { Get-Item /nope; 'not reached' } catch { 'stopped' }
$ErrorActionPreference = 'Continue'
try { Write-Error 'x' -ErrorAction Stop } catch [Microsoft.PowerShell.Commands.WriteErrorException] { 'write error' } catch { $_.Exception.GetType().FullName }
try { [int]'x' } catch { $_.Exception.Message }
try { $null.Method() } catch { $_.FullyQualifiedErrorId }
try { 1 / 0 } catch [System.DivideByZeroException] { 'div' }
try { [datetime]'nope' } catch { 'bad date' }
try { throw @{ Code = 5 } } catch { $_.TargetObject.Code }
try { @(1)[0].NoMethod() } catch { $_.FullyQualifiedErrorId }
$r = try { 'value' } catch { 'no' }; $r
$Error.Count -gt 3
$e = $null; try { throw 'kept' } catch { $e = $_ }; $e.ToString()
$_.Exception -eq $null
#> yes 3
#> invalid op: always
#> finally 1
#> outer of inner
#> finally 2
#> not found
#> collected 1
#> PathNotFound
#> ObjectNotFound
#> ParameterArgumentValidationError
#> NamedParameterNotFound
#> ParameterBindingException
#> PositionalParameterNotFound
#> MyId target InvalidData
#> terminating: made
#> stopped
#> write error
#> Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."
#> InvokeMethodOnNull
#> div
#> bad date
#> 5
#> MethodNotFound
#> value
#> True
#> kept
#> True
