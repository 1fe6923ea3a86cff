$config = Invoke-RestMethod -Uri "$env:SRV/config.json"
$root = Join-Path $env:OUT $config.download.root
if (!(Test-Path -LiteralPath $root -PathType Container)) {
    New-Item -Path $root -ItemType Directory | Out-Null
}
$common = @{
    Priority    = $config.download.priority
    ErrorAction = 'Stop'
}
foreach ($p in $config.packages) {
    $job = Start-BitsTransfer @common -Source "$env:SRV/$($p.file)" -Destination "$root/$($p.file)" -Asynchronous -DisplayName $p.id
    while ($job.JobState -in 'Queued', 'Connecting', 'Transferring') { Start-Sleep -Milliseconds 100 }
    switch ($job.JobState) {
        'Transferred' { Complete-BitsTransfer $job; "ok   $($p.id) [$($p.tags -join '|')]" }
        { $_ -like '*Error' } { "fail $($p.id): $($job.ErrorDescription)"; Remove-BitsTransfer $job }
    }
}
$state = [ordered]@{
    finished = $true
    count    = @($config.packages).Count
    notify   = $config.notify
    files    = @(Get-ChildItem $root | Select-Object -ExpandProperty Name)
}
$state | ConvertTo-Json | Set-Content "$env:OUT/state.json" -Encoding UTF8
Get-Content "$env:OUT/state.json"
$again = Get-Content "$env:OUT/state.json" -Raw | ConvertFrom-Json
$again.files[-1]
$again.PSObject.Properties.Name -join ','
if ($null -eq $again.notify) { 'nobody to notify' }

#> ok   one [core|small]
#> ok   two []
#> {
#>   "finished": true,
#>   "count": 2,
#>   "notify": null,
#>   "files": [
#>     "file1.txt",
#>     "file2.txt"
#>   ]
#> }
#> file2.txt
#> finished,count,notify,files
#> nobody to notify
