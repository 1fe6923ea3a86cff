$Logfile = Join-Path $env:OUT ("{0}.log" -f $MyInvocation.MyCommand.Name.Replace('.ps1',''))
function LogWrite { Param ([string]$logstring) Add-content $Logfile -value ("{0} {1}" -f '12:00', $logstring) }
LogWrite "start"
$apps = @(
    [PSCustomObject]@{ Name = 'One'; Url = "$env:SRV/file1.txt"; Args = @('/S') }
    [PSCustomObject]@{ Name = 'Two'; Url = "$env:SRV/nope.exe"; Args = $null }
)
$errors = 0
$apps | ForEach-Object {
    $app = $_
    $dest = "$env:OUT/$($app.Name).exe"
    Try {
        $job = Start-BitsTransfer -Source $app.Url -Destination $dest -Asynchronous -ErrorAction Stop
        $timeout = [datetime]::UtcNow.AddSeconds(180)
        while ($job.JobState -in @('Connecting', 'Transferring', 'Queued')) {
            if ([datetime]::UtcNow -gt $timeout) { throw "timeout" }
            Start-Sleep -Milliseconds 100
        }
        if ($job.JobState -eq 'Error') { throw $job.ErrorDescription }
        $job | Complete-BitsTransfer
        LogWrite "$($app.Name) done, arguments: $($app.Args)"
    }
    Catch {
        $script:errors++
        LogWrite "$($app.Name) failed: $($_.ToString().Split(':')[0])"
        if ($job) { $job | Remove-BitsTransfer }
    }
}
Get-Content $Logfile
"errors: $errors"
@(Get-BitsTransfer).Count

#> 12:00 start
#> 12:00 One done, arguments: /S
#> 12:00 Two failed: HTTP status 404
#> errors: 1
#> 0
