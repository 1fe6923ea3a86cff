$ErrorActionPreference = 'Stop'
Try {
    $null = Get-Command Start-BitsTransfer
    $HasBits = $true
} Catch { $HasBits = $false }
$Items = @'
Name|Url|Hash
one|file1.txt|
two|file2.txt|BAD
three|none.txt|
'@ | ConvertFrom-Csv -Delimiter '|'
$Failures = New-Object System.Collections.Generic.List[psobject]
$i = 0
ForEach ($Item in $Items) {
    $i += 1
    $Out = "$env:OUT/$($Item.Name).dat"
    Try {
        If ($HasBits) { Start-BitsTransfer -Source "$env:SRV/$($Item.Url)" -Destination $Out }
        Else { (New-Object Net.WebClient).DownloadFile("$env:SRV/$($Item.Url)", $Out) }
        If ($Item.Hash) {
            $Actual = (Get-FileHash $Out).Hash
            If ($Actual -ne $Item.Hash) { Throw "Hash mismatch for $($Item.Name): expected $($Item.Hash)" }
        }
        "[$i/$($Items.Count)] $($Item.Name) ok"
    }
    Catch {
        $Failures.Add([pscustomobject]@{ Name = $Item.Name; Error = $_.Exception.Message.Split([char[]]':', 2)[0]; Line = $_.InvocationInfo.ScriptLineNumber })
        If (Test-Path $Out) { Remove-Item $Out }
        Continue
    }
    Finally { $Script:Last = $Item.Name }
}
$Failures | Format-Table -Property Name, Error -AutoSize
"last: $Last, lines: $(($Failures.Line | ForEach-Object { $_ -gt 0 }) -join ',')"
If ($Failures.Count) { Exit $Failures.Count }

#> [1/3] one ok
#>>
#> Name  Error
#> ----  -----
#> two   Hash mismatch for two
#> three HTTP status 404
#>>
#> last: three, lines: True,True
#! 2
