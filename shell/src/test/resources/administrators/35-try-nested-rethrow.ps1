function Get-Thing {
    param([int]$Number)
    try {
        if ($Number -eq 1) { throw [System.ArgumentException]::new('one is not allowed', 'Number') }
        if ($Number -eq 2) { throw (New-Object System.InvalidOperationException 'two is wrong') }
        if ($Number -eq 3) { Get-Content -Path "$env:OUT/does-not-exist.txt" -ErrorAction Stop }
        if ($Number -eq 4) { 1 / ($Number - 4) }
        if ($Number -eq 5) { [int]'five' }
        if ($Number -eq 6) { throw 'plain text' }
        "fine $Number"
    }
    catch [System.ArgumentException] {
        throw
    }
    finally {
        "cleanup $Number"
    }
}
foreach ($n in 0..6) {
    try {
        Get-Thing $n
    }
    catch [System.ArgumentException] { "argument: $($_.Exception.ParamName)" }
    catch [System.Management.Automation.ItemNotFoundException] { "item: $($_.CategoryInfo.Category) $(Split-Path $_.TargetObject -Leaf)" }
    catch [System.InvalidOperationException] { "operation: $($_.Exception.Message)" }
    catch [DivideByZeroException] { "maths: $($_.Exception.GetType().Name)" }
    catch {
        "other: $($_.Exception.GetType().FullName): $($_.Exception.Message)"
        "id: $($_.FullyQualifiedErrorId)"
    }
}
"errors so far: $($Error.Count -gt 4)"
$Error.Clear()
$Error.Count

#> fine 0
#> cleanup 0
#> cleanup 1
#> argument: Number
#> cleanup 2
#> operation: two is wrong
#> cleanup 3
#> item: ObjectNotFound does-not-exist.txt
#> cleanup 4
#> maths: DivideByZeroException
#> cleanup 5
#> other: System.Management.Automation.PSInvalidCastException: Cannot convert value "five" to type "System.Int32". Error: "The input string 'five' was not in a correct format."
#> id: InvalidCastFromStringToInteger
#> cleanup 6
#> other: System.Management.Automation.RuntimeException: plain text
#> id: plain text
#> errors so far: True
#> 0
