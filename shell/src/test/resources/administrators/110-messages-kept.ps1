# What functions say is kept for those who ask, and is an object among objects.
function Get-Piece {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)][int]$Number)
    process {
        if ($Number % 2) { Write-Warning "odd $Number" } else { Write-Information "even $Number" }
        Write-Verbose "saw $Number"
        $Number * 10
    }
}
1..3 | Get-Piece -WarningVariable odd -WarningAction SilentlyContinue -InformationVariable even -OutVariable all | Out-Null
"$($odd.Count) $($odd -join '; ') | $($odd[0].Message)"
"$even | $($even[0].MessageData)"
$all -join ','
$said = Get-Piece 4 -Verbose 4>&1
$said | ForEach-Object { "$($_.GetType().Name): $_" }
($said | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message
function Test-All { Write-Output 'out'; Write-Error 'err'; Write-Warning 'warn'; Write-Host 'host' }
$mixed = Test-All *>&1
$mixed | ForEach-Object { $_.GetType().Name }
Test-All 2>$null 3>$null 6>$null
Get-Piece 1 3> "$env:OUT/w.txt"; Get-Content "$env:OUT/w.txt"
Get-Piece 5 -WarningVariable +odd -WarningAction SilentlyContinue; $odd.Count
'x', 'HTTP 503' | Where-Object { $_ -match 'HTTP (\d+)' } | ForEach-Object { $Matches[1] }
[pscustomobject]@{ Text = 'HTTP 404' } | Where-Object Text -Match 'HTTP (?<code>\d+)' | ForEach-Object { $Matches.code }

#> 2 odd 1; odd 3 | odd 1
#> even 2 | even 2
#> 10,20,30
#> VerboseRecord: saw 4
#> Int32: 40
#> saw 4
#> String
#> ErrorRecord
#> WarningRecord
#> InformationRecord
#> out
#> 10
#> odd 1
#> 50
#> 3
#> 503
#> 404
