function Save-Url {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)][Alias('Uri', 'Link')][uri]$Url,
        [Parameter(ValueFromPipelineByPropertyName)][string]$FileName,
        [Parameter(Mandatory)][string]$Folder,
        [switch]$PassThru
    )
    begin { $total = 0L; $names = [Collections.Generic.List[string]]::new() }
    process {
        if (-not $PSBoundParameters.ContainsKey('FileName')) { $FileName = $Url.Segments[-1] }
        $target = [IO.Path]::Combine($Folder, $FileName)
        Start-BitsTransfer -Source $Url.AbsoluteUri -Destination $target
        $item = Get-Item -LiteralPath $target
        $total += $item.Length
        $names.Add($item.Name)
        if ($PassThru) { $item }
    }
    end { Write-Host "$($names.Count) files, $total bytes: $($names -join ', ')" }
}
@'
Link,FileName
{0}/file1.txt,a.txt
{0}/file2.txt,b.txt
'@ -f $env:SRV | ConvertFrom-Csv | Save-Url -Folder $env:OUT
[pscustomobject]@{ Uri = "$env:SRV/file3.txt" } | Save-Url -Folder $env:OUT -PassThru | Select-Object -ExpandProperty Name
function Sum-All { $sum = 0; foreach ($n in $input) { $sum += $n }; $sum }
1..4 | Sum-All
function Get-Pair { 'x'; 'y' }
$first, $second = Get-Pair
"$second$first"
$a, $b, $rest = 1..5
"$a $b [$rest]"
$p, $q = $q, 'set'
"[$p] [$q]"
1..10 | Where-Object { $_ % 2 } | ForEach-Object -Begin { $acc = @() } -Process { $acc += $_ * $_ } -End { $acc -join ' ' }
1..100 | Select-Object -First 3 -Skip 5
1..3 | Tee-Object -Variable copy | Out-Null; $copy.Count
,(1, 2) | ForEach-Object { $_.Count }
@(1, (2, 3)).Count
$matrix = @(@(1, 2), @(3, 4)); $matrix[1][0]

#> 2 files, 20 bytes: a.txt, b.txt
#> file3.txt
#> 1 files, 10 bytes: file3.txt
#> 10
#> yx
#> 1 2 [3 4 5]
#> [] [set]
#> 1 9 25 49 81
#> 6
#> 7
#> 8
#> 3
#> 2
#> 2
#> 3
