$level = 'script'
$script:counter = 0
$global:Marker = 'g'
function Outer {
    $level = 'outer'
    function Inner {
        $script:counter++
        "inner sees $level"
        $level = 'inner'
        $local:level
    }
    Inner
    "outer still $level"
    Set-Variable -Name level -Value 'changed' -Scope 1
}
Outer
"script now $level"
1..3 | ForEach-Object { $script:counter += $_ }
$counter
$sb = { param($x) $y = $x * 2; $y }
& $sb 4
"y is [$y]"
. { $z = 9 }
"z is [$z]"
$adder = & { $n = 10; { param($m) $n + $m }.GetNewClosure() }
& $adder 5
function Get-Counter { $private:p = 1; $counter }
Get-Counter
Get-Variable counter -ValueOnly
Remove-Variable Marker -Scope Global
Test-Path variable:Marker
$list = New-Object System.Collections.ArrayList
function Add-It($l) { $null = $l.Add('x'); $l = $null }
Add-It $list; Add-It $list
$list.Count
New-Variable -Name Fixed -Value 1 -Option ReadOnly
try { $Fixed = 2 } catch { $_.FullyQualifiedErrorId }
Set-Variable Fixed 3 -Force
$Fixed
filter Twice { $_ * 2 }
1, 2, 3 | Twice

#> inner sees outer
#> inner
#> outer still outer
#> script now changed
#> 7
#> 8
#> y is []
#> z is [9]
#> 15
#> 7
#> 7
#> False
#> 2
#> VariableNotWritable
#> 3
#> 2
#> 4
#> 6
