function New-Download {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [Alias('Href')]
        [string]$Url,
        [int]$Priority = 0
    )
    process {
        $o = [pscustomobject]@{
            PSTypeName = 'My.Download'
            Url        = $Url
            Priority   = $Priority
            Created    = [datetime]'2024-01-01'
        }
        $o | Add-Member -MemberType ScriptProperty -Name FileName -Value { Split-Path $this.Url -Leaf }
        $o | Add-Member -MemberType ScriptMethod -Name Save -Value { param($dir) $t = Join-Path $dir $this.FileName; Start-BitsTransfer $this.Url $t; Get-Item $t }
        $o | Add-Member -MemberType AliasProperty -Name Link -Value Url
        $o
    }
}
$d = "$env:SRV/file1.txt", "$env:SRV/file2.txt" | New-Download -Priority 3
$d | ForEach-Object { $_.Save($env:OUT).Name }
$d[0].FileName
$d[0].PSTypeNames[0]
$d[0].Link -eq $d[0].Url
$d | Sort-Object FileName -Descending | Select-Object FileName, Priority | Format-Table
[pscustomobject]@{ Href = "$env:SRV/x" } | New-Download | ForEach-Object Priority
$copy = $d[0] | Select-Object *; $copy.Priority = 9; $d[0].Priority
$d | Get-Member -MemberType ScriptMethod | ForEach-Object Name
'Url', 'Priority' | ForEach-Object { "$_ = $($d[1].$_ -replace [regex]::Escape($env:SRV), 'SRV')" }
$d[1].PSObject.Properties['Priority'].Value
$d[1].PSObject.Properties.Remove('Priority'); $null -eq $d[1].Priority

#> file1.txt
#> file2.txt
#> file1.txt
#> My.Download
#> True
#>>
#> FileName  Priority
#> --------  --------
#> file2.txt        3
#> file1.txt        3
#>>
#> 0
#> 3
#> Save
#> Url = SRV/file2.txt
#> Priority = 3
#> 3
#> True
