# A clean block runs however its function ends; what it writes goes nowhere.
function Use-It { process { "got $_" } clean { 'unseen'; Write-Host 'closed' } }
Use-It
1, 2 | Use-It
function Fail-It { process { throw 'broken' } clean { Write-Host 'closed after a failure' } }
try { Fail-It } catch { "caught $_" }
function Read-It { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$Value) begin { $handle = 'handle' } process { $Value } clean { Write-Host "freed the $handle" } }
1..5 | Read-It | Select-Object -First 2
& { end { 'in a block' } clean { Write-Host 'of a block' } }
function Exit-Early { process { return 'early' } clean { Write-Host 'closed after return' } }
$result = Exit-Early; $result
function Fail-Cleaning { end { 'done' } clean { throw 'not fatal' } }
Fail-Cleaning 2>$null; 'goes on'
# Pieces of a file instead of lines.
Set-Content a.txt 'a;b;c' -NoNewline
(Get-Content a.txt -Delimiter ';') -join '|'
"one`ntwo`n--`nthree`n--`nfour" | Set-Content records.txt -NoNewline
$records = Get-Content records.txt -Delimiter "--`n"; $records.Count; $records[0].Trim() -replace "`n", ','; (Get-Content records.txt -Delimiter "--`n" -TotalCount 1).Length
1..2 | Out-Host -Paging
# A negative number that is rounded to zero keeps its sign.
'{0:N2} {1:F1} {2:0.00} {3:P0} {4:N2} {5}' -f -0.001, -0.04, -0.001, -0.001, -0.0d, (-0.0).ToString()
try { Get-Item ./none -ErrorAction Stop } catch { $failure = $_ }
$failure | Format-List *
$failure | Format-List FullyQualifiedErrorId -Force
#> got
#> closed
#> got 1
#> got 2
#> closed
#> closed after a failure
#> caught broken
#> 1
#> 2
#> freed the handle
#> in a block
#> of a block
#> closed after return
#> early
#> done
#> goes on
#> a|b|c
#> 3
#> one,two
#> 8
#> 1
#> 2
#> -0.00 -0.0 -0.00 -0% 0.00 -0
#> Cannot find path '@OUT@/none' because it does not exist.
#>>
#> FullyQualifiedErrorId : PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand
#>>
