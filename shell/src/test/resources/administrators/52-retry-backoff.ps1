function Invoke-WithRetry {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][scriptblock]$ScriptBlock,
        [ValidateRange(1, 10)][int]$Retries = 3,
        [double]$Delay = 0.01,
        [string[]]$RetryOn = @('timed out', '404')
    )
    for ($i = 1; $i -le $Retries; $i++) {
        try {
            return & $ScriptBlock $i
        }
        catch {
            $message = $_.Exception.Message
            $retry = $RetryOn | Where-Object { $message -match [regex]::Escape($_) }
            if (!$retry -or $i -eq $Retries) { throw }
            $wait = [math]::Min($Delay * [math]::Pow(2, $i - 1), 1)
            Write-Host ("attempt {0} failed, waiting {1:0.000} s" -f $i, $wait)
            Start-Sleep -Milliseconds ($wait * 1000)
        }
    }
}
$r = Invoke-WithRetry { param($n) if ($n -lt 3) { throw "request timed out ($n)" } "worked at $n" }
$r
try { Invoke-WithRetry -Retries 2 { Start-BitsTransfer "$env:SRV/no.txt" "$env:OUT/no.txt" -ErrorAction Stop } }
catch { "gave up: $($_.FullyQualifiedErrorId -replace ',.*')"; "in: $($_.InvocationInfo.MyCommand.Name)" }
try { Invoke-WithRetry { throw 'fatal' } } catch { "at once: $_" }
try { Invoke-WithRetry -Retries 11 { 1 } } catch { $_.CategoryInfo.Reason }
$ErrorActionPreference = 'Continue'
Start-BitsTransfer -Source "$env:SRV/no.txt" -Destination "$env:OUT/x.txt" -EA SilentlyContinue -EV problems
"$($problems.Count) problem, `$? = $?"
$problems[0].CategoryInfo.Activity
$problems[0].Exception.GetType().Name
trap { "trapped: $($_.Exception.Message)"; continue }
throw 'at script level'
'continues'

#> attempt 1 failed, waiting 0.010 s
#> attempt 2 failed, waiting 0.020 s
#> worked at 3
#> attempt 1 failed, waiting 0.010 s
#> gave up: StartBitsTransferCOMException
#> in: Start-BitsTransfer
#> at once: fatal
#> ParameterBindingValidationException
#> 1 problem, $? = True
#> Start-BitsTransfer
#> Exception
#> trapped: at script level
#> continues
