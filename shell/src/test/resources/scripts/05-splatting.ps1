$urls = @(
    'http://server/one.bin'
    'http://server/two.bin'
)
$common = @{
    Asynchronous = $true
    Priority     = 'Low'
    ErrorAction  = 'Stop'
}
$jobs = foreach ($url in $urls) {
    $name = [System.IO.Path]::GetFileNameWithoutExtension($url)
    $params = $common.Clone()
    $params.DisplayName = "job-$name"
    $params['Source'] = $url
    $params['Destination'] = Join-Path $PWD (Split-Path $url -Leaf)
    Start-BitsTransfer @params
}
$jobs | ForEach-Object { "{0,-10}|{1,5}" -f $_.DisplayName, $_.Priority }
while ($jobs.JobState -contains 'Connecting' -or $jobs.JobState -contains 'Transferring') { Start-Sleep 1 }
$jobs | Where-Object { $_.JobState -eq 'Transferred' } | Complete-BitsTransfer
"left: $(@(Get-BitsTransfer).Count), files: $((Get-ChildItem *.bin | Sort-Object Name).Name -join ', ')"
#> job-one   |  Low
#> job-two   |  Low
#> left: 0, files: one.bin, two.bin
