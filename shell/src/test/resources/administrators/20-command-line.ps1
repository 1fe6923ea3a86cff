param(
    [Parameter(Position = 0)][string]$Action = 'list',
    [int]$Count = 1,
    [switch]$Quiet
)
function Show-Usage { Write-Host "usage: $($MyInvocation.MyCommand.Name)"; Write-Host "script $(Split-Path $PSCommandPath -Leaf) in $(Split-Path $PSScriptRoot -Leaf)" }
switch -Exact ($Action.ToLower()) {
    'list' { "list x$Count quiet=$Quiet" }
    'help' { Show-Usage }
    default { Write-Error "unknown action '$Action'"; exit 2 }
}
Show-Usage
& $PSCommandPath 'list' -Count 3 -Quiet | ForEach-Object { "nested: $_" } | Select-Object -First 1
$out = & { param($p) "block $p" } 'arg'
$out
Invoke-Command -ScriptBlock { param($a, $b) $a + $b } -ArgumentList 2, 3
$cmd = 'Get-Date'; (& $cmd -Date '2024-01-01').Year
$cmdName = Get-Command Write-Output; & $cmdName 'via command info'
Invoke-Expression '1 + 2'
$sb = [scriptblock]::Create('param($n) $n * 10'); & $sb 4
$h = @{ Object = 'splat'; NoNewline = $true }; Write-Host @h; Write-Host ''
Set-Variable -Name dyn -Value 7; $dyn; Get-Variable dyn -ValueOnly; ${dyn}
New-Variable -Name ro -Value 1 -Option ReadOnly -Force; try { $ro = 2 } catch { 'read only' }
$env:MY_VAR = 'v1'; "$env:MY_VAR $(Test-Path Env:MY_VAR)"; Remove-Item Env:MY_VAR; "[$env:MY_VAR]"
[Environment]::SetEnvironmentVariable('MY2', 'z'); $env:MY2; [Environment]::GetEnvironmentVariable('MY2')
Set-Alias -Name say -Value Write-Output; say 'alias'
$i = 0; $r = while ($i -lt 3) { $i++; $i }; "$r"
$p = Start-Process -FilePath 'sh' -ArgumentList '-c', '"exit 4"' -Wait -PassThru -NoNewWindow; $p.ExitCode
$p2 = Start-Process sh -ArgumentList "-c `"exit 0`"" -PassThru; $p2.WaitForExit(); $p2.HasExited
sh -c 'echo $1' x; if ($?) { 'ok' }
$lines = sh -c 'printf "a\nb\n"'; $lines.Count; $lines[1]
'in' | sh -c 'cat -'
$o = sh -c 'echo e >&2; echo o' 2>$null; $o
(sh -c 'echo x; exit 7'); $LASTEXITCODE
if (-not $?) { 'failed' }
try { & 'no-such-program-x' } catch { $_.Exception.GetType().Name }
Write-Verbose 'hidden'; Write-Verbose 'shown' -Verbose
Write-Information 'info hidden'; Write-Information 'info shown' -InformationAction Continue
Write-Debug 'no'; Write-Warning 'w' 3>&1 | % { "warn: $_" }
Write-Error 'e1' -ErrorAction SilentlyContinue; $Error[0].Exception.Message
Write-Output (1, 2, 3) -NoEnumerate | Measure-Object | % Count
Write-Host 'a', 'b' -Separator '-'
Write-Host ("{0}{1}" -f 'x', 'y') -ForegroundColor Yellow -BackgroundColor Black
"done"
exit 5
#> list x1 quiet=False
#> usage: Show-Usage
#> script 20-command-line.ps1 in administrators
#> nested: list x3 quiet=True
#> block arg
#> 5
#> 2024
#> via command info
#> 3
#> 40
#> splat
#> 7
#> 7
#> 7
#> read only
#> v1 True
#> []
#> z
#> z
#> alias
#> 1 2 3
#> 4
#> True
#>>
#> ok
#> 2
#> b
#> in
#> o
#> x
#> 7
#> CommandNotFoundException
#> VERBOSE: shown
#> info shown
#> warn: w
#> e1
#> 1
#> a-b
#> xy
#> done
#! 5
