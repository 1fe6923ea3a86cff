# download several with a hashtable of names, skip what is there
$ErrorActionPreference = "Stop"
$tools = [ordered]@{
    'first'  = @{ Url = "$env:SRV/file1.txt"; File = 'first.txt'; Size = 10 }
    'second' = @{ Url = "$env:SRV/file2.txt"; File = 'second.txt'; Size = 10 }
    'bad'    = @{ Url = "$env:SRV/missing"; File = 'bad.txt'; Size = 1 }
}
$summary = @()
foreach ($key in $tools.Keys) {
    $t = $tools[$key]
    $path = Join-Path $env:OUT $t.File
    if ((Test-Path -LiteralPath $path) -and (Get-Item $path).Length -eq $t.Size) {
        Write-Host "$key is there"; continue
    }
    Try {
        $params = @{
            Source      = $t.Url
            Destination = $path
            Description = "Tool $key"
        }
        Start-BitsTransfer @params
        $state = 'OK'
    } Catch {
        $state = "FAILED: $($_.Exception.Message.Split(':')[0])"
        Write-Warning -Message ("{0} -> {1}" -f $key, $_.Exception.HResult.ToString('X8'))
    } Finally {
        $summary += New-Object -TypeName PSObject -Property ([ordered]@{ Tool = $key; State = $state })
    }
}
$summary | Format-Table -AutoSize | Out-String -Width 80 | ForEach-Object { $_.Trim() }
$failed = @($summary | Where-Object { $_.State -notlike 'OK*' })
if ($failed.Count) { Write-Host ("{0} failed" -f $failed.Count); exit 3 }
#> WARNING: bad -> 80190194
#> Tool   State
#> ----   -----
#> first  OK
#> second OK
#> bad    FAILED: HTTP status 404
#> 1 failed
#! 3
