# A reference is the caller's variable; transcripts hold what is shown; the host asks nobody here.
function Add-One([ref]$Target) { $Target.Value++ }
$total = 4; Add-One ([ref]$total); $total
function Read-Pair { param([string]$Text, [ref]$Left, [ref]$Right) $Left.Value, $Right.Value = $Text -split '=', 2 }
$key = $value = $null; Read-Pair 'a=b' ([ref]$key) ([ref]$value); "$key/$value"
function Test-Number([string]$Text) { $n = 0; if ([int]::TryParse($Text, [ref]$n)) { $n * 2 } else { 'none' } }
Test-Number 21; Test-Number x
Start-Transcript -Path "$env:OUT/t.log" | Out-Null
'from the pipeline'
Write-Host 'from the host'
Stop-Transcript | Out-Null
(Get-Content "$env:OUT/t.log" | Select-String '^from the').Count
$Host.UI.WriteLine('a line')
$choices = [System.Management.Automation.Host.ChoiceDescription[]]@('&Yes', '&No')
$Host.UI.PromptForChoice('Remove?', 'Sure?', $choices, 1)
@{ one = 1; seven = 7 }.GetEnumerator() | Sort-Object Name | Format-Table -AutoSize

#> 5
#> a/b
#> 42
#> none
#> from the pipeline
#> from the host
#> 2
#> a line
#> 1
#>>
#> Name  Value
#> ----  -----
#> one   1
#> seven 7
#>>
