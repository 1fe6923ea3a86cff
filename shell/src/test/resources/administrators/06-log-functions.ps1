# logging functions, transcript
$script:LogFile = Join-Path $env:OUT "deploy_$(Get-Date -Format 'yyyyMMdd').log"
enum Level { Info; Warn; Error }
function Write-Log {
    [CmdletBinding()]
    Param(
        [Parameter(Mandatory=$true, ValueFromPipeline=$true, Position=0)]
        [AllowEmptyString()]
        [string]$Message,
        [Parameter()]
        [Level]$Level = [Level]::Info
    )
    Begin { $count = 0 }
    Process {
        $count++
        $line = "[{0}] {1}" -f $Level.ToString().ToUpper(), $Message
        Add-Content -Path $script:LogFile -Value $line
        switch ($Level) {
            'Info' { Write-Host $line }
            'Warn' { Write-Warning $Message }
            'Error' { Write-Host $line -ForegroundColor Red }
        }
    }
    End { Write-Verbose "$count lines" }
}
Start-Transcript -Path "$env:OUT/transcript.txt" -Append | Out-Null
'one', 'two' | Write-Log
Write-Log "careful" -Level Warn
Write-Log -Message 'bad' -Level Error
[int][Level]::Error
[Level]2
[enum]::GetNames([Level]) -join ','
Stop-Transcript | Out-Null
(Get-Content $LogFile).Count
Test-Path "$env:OUT/transcript.txt"
Select-String -Path "$env:OUT/transcript.txt" -Pattern 'two' -Quiet
#> [INFO] one
#> [INFO] two
#> WARNING: careful
#> [ERROR] bad
#> 2
#> Error
#> Info,Warn,Error
#> 4
#> True
#> True
