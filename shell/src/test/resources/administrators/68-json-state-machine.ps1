$stateFile = Join-Path $env:OUT 'state.json'
function Get-State {
    if (Test-Path $stateFile) { return Get-Content $stateFile -Raw | ConvertFrom-Json -AsHashtable }
    @{ step = 0; history = @(); started = '2024-01-01T00:00:00' }
}
function Set-State([hashtable]$State) { $State | ConvertTo-Json -Depth 5 | Out-File $stateFile -Encoding utf8 }
$steps = [ordered]@{
    Prepare  = { New-Item -ItemType Directory -Path "$env:OUT/stage" -Force | Out-Null; 'prepared' }
    Download = { Start-BitsTransfer "$env:SRV/config.json" "$env:OUT/stage/config.json" -ErrorAction Stop; 'downloaded' }
    Verify   = { $c = Get-Content "$env:OUT/stage/config.json" | Out-String | ConvertFrom-Json; if ($c.packages.Count -ne 2) { throw 'bad' }; "verified $($c.packages[0].id)" }
    Fail     = { throw [InvalidOperationException]::new('stop here') }
}
foreach ($name in $steps.Keys) {
    $state = Get-State
    try {
        $result = & $steps[$name]
        $state.history += @{ name = $name; ok = $true; text = "$result" }
    }
    catch [InvalidOperationException] {
        $state.history += @{ name = $name; ok = $false; text = $_.Exception.Message }
        break
    }
    finally {
        $state.step++
        Set-State $state
    }
}
$final = Get-State
"steps: $($final.step)"
$final.history | ForEach-Object { '{0,-8} {1,-5} {2}' -f $_.name, $_.ok, $_.text }
$json = Get-Content $stateFile -Raw
$obj = $json | ConvertFrom-Json
$obj.history[-1].text
$obj | Get-Member -MemberType NoteProperty | Select-Object -ExpandProperty Name
$obj.history | Where-Object { -not $_.ok } | Select-Object name, text | ConvertTo-Json -Compress
@(1, 'a', $null, $true, 1.5) | ConvertTo-Json -Compress
[ordered]@{ e = [DayOfWeek]::Monday; n = @{ x = @{ y = @{ z = 1 } } } } | ConvertTo-Json -Compress -Depth 2 3>$null
'[]' | ConvertFrom-Json | Measure-Object | ForEach-Object Count
ConvertTo-Json @() -Compress

#> steps: 4
#> Prepare  True  prepared
#> Download True  downloaded
#> Verify   True  verified one
#> Fail     False stop here
#> stop here
#> history
#> started
#> step
#> {"name":"Fail","text":"stop here"}
#> [1,"a",null,true,1.5]
#> {"e":1,"n":{"x":{"y":"System.Collections.Hashtable"}}}
#> 0
#> []
