[CmdletBinding()]
param()
$log = Join-Path $env:OUT 'run.log'
Start-Transcript -Path $log | Out-Null
Write-Host 'to the host' -ForegroundColor Green
Write-Output 'to output'
Write-Warning 'careful'
Write-Verbose 'hidden'
Write-Verbose 'shown' -Verbose
Write-Information 'info' -InformationAction Continue
Write-Debug 'not shown'
$captured = & { Write-Output 'out'; Write-Warning 'w'; Write-Error 'e' } 2>&1 3>&1
$captured.Count
$all = & { Write-Host 'h'; 'o' } *>&1
$all.Count
$err = & { Write-Error 'only' } 2>&1 | ForEach-Object { "caught: $_" }
$err
Stop-Transcript | Out-Null
(Select-String -Path $log -Pattern 'to the host|to output|careful' | Measure-Object).Count
$WarningPreference = 'SilentlyContinue'; Write-Warning 'silent'; $WarningPreference = 'Continue'
Write-Warning 'collected' -WarningVariable wv -WarningAction SilentlyContinue; $wv.Count; "$($wv[0])"
& { 'a'; Write-Error 'z' } 2>$null > "$env:OUT/o.txt"; Get-Content "$env:OUT/o.txt"
'line' | Tee-Object -FilePath "$env:OUT/t.txt" -Append | ForEach-Object { "tee $_" }
Get-Content "$env:OUT/t.txt"
$old = $ErrorActionPreference; $ErrorActionPreference = 'SilentlyContinue'; Get-Item /nope/x; "`$? is $?"; $ErrorActionPreference = $old
Write-Host 'a', 'b' -Separator '-' -NoNewline; Write-Host '!'
Write-Host ("{0,-6}|" -f 'pad')
Write-Output -InputObject 1, 2 -NoEnumerate | ForEach-Object { $_.Count }
$host.Name.Length -gt 0; $Host.UI.RawUI.WindowTitle = 'x'
[Console]::Out.WriteLine('console')
[Console]::Error.WriteLine('to stderr')
Out-Host -InputObject 'outhost'

#> to the host
#> to output
#> WARNING: careful
#> VERBOSE: shown
#> info
#> 3
#> 2
#> caught: only
#> 3
#> 1
#> collected
#> a
#> tee line
#> line
#> $? is False
#> a-b!
#> pad   |
#> 2
#> True
#> console
#> to stderr
#> outhost
