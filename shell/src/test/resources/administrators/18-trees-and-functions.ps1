# menus and validation helpers, nested functions, recursion, script scope
$script:Stats = @{ Files = 0; Bytes = [long]0 }
function Add-Stat { param([System.IO.FileInfo]$File) $script:Stats.Files++; $script:Stats.Bytes += $File.Length }
function Get-Tree ([string]$Root, [int]$Depth = 0) {
    Get-ChildItem -Path $Root | Sort-Object Name | ForEach-Object {
        ('  ' * $Depth) + $_.Name
        if ($_.PSIsContainer) { Get-Tree -Root $_.FullName -Depth ($Depth + 1) } else { Add-Stat $_ }
    }
}
New-Item -ItemType Directory -Path "$env:OUT/a/b" -Force | Out-Null
mkdir "$env:OUT/c" -Force | Out-Null
'x' | Out-File "$env:OUT/a/one.log" -Encoding ascii
'yy' | Set-Content "$env:OUT/a/b/two.log" -NoNewline
Copy-Item "$env:OUT/a/one.log" -Destination "$env:OUT/c/copy.txt"
Get-Tree $env:OUT
"{0} files, {1} bytes" -f $Stats.Files, $Stats.Bytes
Rename-Item "$env:OUT/c/copy.txt" 'renamed.txt'
Move-Item "$env:OUT/c/renamed.txt" "$env:OUT/moved.txt" -Force
Get-ChildItem $env:OUT -Recurse -Include *.log, *.txt | Sort-Object Name | Select-Object -ExpandProperty Name
Get-ChildItem -Path $env:OUT -Filter '*.log' -Recurse | ForEach-Object { $_.FullName.Replace($env:OUT, '.') } | Sort-Object
(Get-ChildItem $env:OUT -Recurse -File | Measure-Object -Property Length -Sum).Sum
Remove-Item "$env:OUT/a" -Recurse -Force
Test-Path "$env:OUT/a"
[System.IO.Directory]::Exists($env:OUT); [System.IO.File]::Exists("$env:OUT/moved.txt")
$f = Get-Item "$env:OUT/moved.txt"; $f.BaseName; $f.Extension; $f.DirectoryName -eq $env:OUT; $f.Directory.Name; $f -is [System.IO.FileInfo]; $f.LastWriteTime -gt (Get-Date).AddHours(-1)
Push-Location $env:OUT; Test-Path ./moved.txt; Pop-Location
Resolve-Path "$env:OUT/moved.txt" | Select-Object -ExpandProperty Path | Split-Path -Leaf
Split-Path 'C:\a\b\c.txt' -Parent; Split-Path '/x/y/z' -Leaf; Split-Path 'https://h/p/file.zip' -Leaf
function Test-Args { "$($args.Count): $($args -join '|')" }
Test-Args 1 'two' -three 4
function Test-Default($a = 5, $b = ($a * 2)) { "$a $b" }
Test-Default; Test-Default 1; Test-Default -b 9
function Test-Switch([switch]$On, [bool]$Flag = $true) { "$On $Flag $($On.IsPresent)" }
Test-Switch; Test-Switch -On; Test-Switch -On:$false -Flag $false
filter Double { $_ * 2 }
1..3 | Double
$sum = 0; 1..4 | ForEach-Object -Begin { $sum = 100 } -Process { $sum += $_ } -End { $sum }
function Get-Many { 1; 2; return 3; 4 }
(Get-Many).Count
$x = @(Get-Many | Where-Object { $_ -gt 10 }); $x.Count
$arr = 1, 2, 3; $arr += 4; $arr[-1]; $arr[0..1] -join ','; ($arr | Where-Object { $_ % 2 }) -join ','
$null -eq $undefined
@($null).Count; @().Count
[array]::Reverse($arr); $arr -join ''
$matrix = @(@(1, 2), @(3, 4)); $matrix[1][0]
,(1, 2) | ForEach-Object { $_.Count }
#> a
#>   b
#>     two.log
#>   one.log
#> c
#>   copy.txt
#> 3 files, 6 bytes
#> moved.txt
#> one.log
#> two.log
#> ./a/b/two.log
#> ./a/one.log
#> 6
#> False
#> True
#> True
#> moved
#> .txt
#> True
#> out
#> True
#> True
#> True
#> moved.txt
#> C:\a\b
#> z
#> file.zip
#> 4: 1|two|-three|4
#> 5 10
#> 1 2
#> 5 9
#> False True False
#> True True True
#> False False False
#> 2
#> 4
#> 6
#> 110
#> 3
#> 0
#> 4
#> 1,2
#> 1,3
#> True
#> 1
#> 0
#> 4321
#> 3
#> 2
