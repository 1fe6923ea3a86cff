# scopes, trap, labels, redirections
function Test-Scope { $script:counter++; $local = 1; $local }
$counter = 0
$null = Test-Scope; Test-Scope | Out-Null; [void](Test-Scope)
"counter $counter"
trap { Write-Host "TRAP: $($_.Exception.Message)"; continue }
throw 'first'
'after trap'
1 / 0
'after div'
:outer foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue outer }; if ($i -eq 3) { break outer }; "$i$j" } }
Get-Item /nonexistent 2>$null
"last: $?"
$r = Get-Item /nonexistent 2>&1
$r.GetType().Name
"$r"
& { Write-Output out; Write-Warning warn; Write-Error err } *> "$env:OUT/all.txt"
(Get-Content "$env:OUT/all.txt" | Measure-Object -Line).Lines -ge 3
Write-Output 'x' > "$env:OUT/x.txt"; 'y' >> "$env:OUT/x.txt"; (Get-Content "$env:OUT/x.txt") -join '+'
sh -c 'exit 3'; "LEC $LASTEXITCODE"
$o = cmd_does_not_exist 2>&1
sh -c 'echo out; echo err >&2' 2>&1 | % { "got $_" } | Sort-Object
$Error[0].Exception.Message.Length -gt 0
$Error.Clear(); $Error.Count
$block = { param($a, $b = 5) $a + $b }
& $block 1; & $block 1 2; $block.Invoke(3, 4); . { $dotted = 'yes' }; $dotted
'function Get-Lib { "from lib $args" }' | Set-Content "$env:OUT/lib.ps1"
. "$env:OUT/lib.ps1"
Get-Lib a b
. (Join-Path $env:OUT 'lib.ps1'); Get-Lib
& "$env:OUT/lib.ps1"
for ($i = 0; $i -lt 3; $i++) { if ($i -eq 1) { continue }; $i }
$i = 5; while ($true) { $i--; if ($i -lt 3) { break } }; $i
do { $i++ } while ($i -lt 10); $i
$x = if ($true) { 'a' } else { 'b' }; $x
$a, $b, $rest = 1, 2, 3, 4; "$a $b $($rest -join ',')"
$h = [ordered]@{ one = 1; two = 2 }; $h.three = 3; $h.Keys -join ','; $h.Contains('two'); $h.Remove('one'); $h.Count; $h[0]
$list = New-Object System.Collections.ArrayList; [void]$list.Add('x'); $list.AddRange(@('y', 'z')); $list.Count; $list.Remove('y'); $list -join ''
$gl = [System.Collections.Generic.List[string]]::new(); $gl.Add('p'); $gl.Count
$d = [System.Collections.Generic.Dictionary[string, int]]::new(); $d['k'] = 3; $d.ContainsKey('k'); $d['k']
try { [int]'abc' } catch [System.Management.Automation.PSInvalidCastException] { 'cast' } catch { "other $($_.Exception.GetType().FullName)" }
try { [System.IO.File]::ReadAllText('/no/such') } catch [System.IO.FileNotFoundException], [System.IO.DirectoryNotFoundException] { 'nofile' } catch { "other $($_.Exception.GetType().FullName)" }
try { throw [System.ArgumentException]::new('bad arg') } catch [System.ArgumentException] { "arg: $($_.Exception.Message)" } finally { 'fin' }
try { Get-Content /nope -ErrorAction Stop } catch [System.Management.Automation.ItemNotFoundException] { "inf $($_.TargetObject)" }
try { NoSuchCmd } catch [System.Management.Automation.CommandNotFoundException] { "cnf $($_.TargetObject)" }
#> counter 3
#> TRAP: first
#> after trap
#> TRAP: Attempted to divide by zero.
#> after div
#> 11
#> 21
#> last: False
#> ErrorRecord
#> Cannot find path '/nonexistent' because it does not exist.
#> True
#> x+y
#> LEC 3
#> cmd_does_not_exist : The term 'cmd_does_not_exist' is not recognized as a name of a cmdlet, function, script file, or executable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#> At @SCRIPT@:21 char:6
#> + $o = cmd_does_not_exist 2>&1
#> +      ~~~~~~~~~~~~~~~~~~
#>     + CategoryInfo          : ObjectNotFound: (cmd_does_not_exist:String) [cmd_does_not_exist], CommandNotFoundException
#>     + FullyQualifiedErrorId : CommandNotFoundException
#> got err
#> got out
#> True
#> 0
#> 6
#> 3
#> 7
#> yes
#> from lib a b
#> from lib
#> 0
#> 2
#> 2
#> 10
#> a
#> 1 2 3,4
#> one,two,three
#> True
#> 2
#> 2
#> 3
#> xz
#> 1
#> True
#> 3
#> cast
#> nofile
#> arg: bad arg
#> fin
#> inf /nope
#> cnf NoSuchCmd
