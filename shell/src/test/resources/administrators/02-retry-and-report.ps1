# retry with typed catches
$urls = @{
    'file1.txt' = "$env:SRV/file1.txt"
    'gone.txt'  = "$env:SRV/gone.txt"
}
$maxRetries = 2
$results = foreach ($name in ($urls.Keys | Sort-Object)) {
    $attempt = 0
    $ok = $false
    do {
        $attempt++
        try {
            Start-BitsTransfer -Source $urls[$name] -Destination (Join-Path $env:OUT $name) -ErrorAction Stop
            $ok = $true
        }
        catch [System.Runtime.InteropServices.COMException] {
            Write-Verbose "COM: $_"
        }
        catch {
            $e = $_
            Write-Host "Attempt $attempt for $name failed: $($e.Exception.Message)"
            Write-Host $e.FullyQualifiedErrorId
            Write-Host $e.CategoryInfo.Category
            Write-Host $e.InvocationInfo.ScriptLineNumber
            Write-Host $e.Exception.GetType().FullName
        }
    } until ($ok -or $attempt -ge $maxRetries)
    [pscustomobject]@{ Name = $name; Ok = $ok; Attempts = $attempt; When = (Get-Date) }
}
$results | Format-Table Name, Ok, Attempts -AutoSize
$results | Where-Object { -not $_.Ok } | ForEach-Object { "bad: {0}" -f $_.Name }
exit ($results | ? Ok -eq $false | measure).Count

#> Attempt 1 for gone.txt failed: HTTP status 404: The requested URL does not exist on the server: @SRV@/gone.txt. Nothing was kept; -Asynchronous keeps the job and what it has, to look at and to resume.
#> StartBitsTransferCOMException,Microsoft.BackgroundIntelligentTransfer.Management.NewBitsTransferCommand
#> InvalidOperation
#> 13
#> System.Exception
#> Attempt 2 for gone.txt failed: HTTP status 404: The requested URL does not exist on the server: @SRV@/gone.txt. Nothing was kept; -Asynchronous keeps the job and what it has, to look at and to resume.
#> StartBitsTransferCOMException,Microsoft.BackgroundIntelligentTransfer.Management.NewBitsTransferCommand
#> InvalidOperation
#> 13
#> System.Exception
#>>
#> Name         Ok Attempts
#> ----         -- --------
#> file1.txt  True        1
#> gone.txt  False        2
#>>
#> bad: gone.txt
#! 1
