# A catch takes what inherits from its type; $OFS stands between the elements of a list in a text.
try { throw [System.IO.FileNotFoundException]::new('gone', 'f.txt') } catch [System.IO.IOException] { $_.Exception.GetType().Name }
try { throw [System.IO.FileNotFoundException]::new('gone') } catch [System.InvalidOperationException] { 'wrong' } catch { 'any' }
try { throw [System.ArgumentNullException]::new('name') } catch [System.ArgumentException] { 'argument' }
try { throw [System.ObjectDisposedException]::new('x') } catch [InvalidOperationException] { 'disposed' }
try { 1 / 0 } catch [System.ArithmeticException] { 'arithmetic' }
try { Get-Nothing } catch [System.Management.Automation.RuntimeException] { 'runtime' }
try { throw [System.IO.IOException]::new('up') } catch [System.IO.FileNotFoundException] { 'wrong' } catch [System.IO.IOException] { 'io' }
"$(@(1, 2, 3))"
$ofs = '-'
"$(@(1, 2, 3)) $(@('', 'a'))"
function Test-Inner { $OFS = ','; $list = 1, 2; "$list" }
Test-Inner
"$(1..2)"
#> FileNotFoundException
#> any
#> argument
#> disposed
#> arithmetic
#> runtime
#> io
#> 1 2 3
#> 1-2-3 -a
#> 1,2
#> 1-2
