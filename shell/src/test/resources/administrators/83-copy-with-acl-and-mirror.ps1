$src = New-Item -ItemType Directory "$env:OUT/src/sub" -Force | ForEach-Object { $_.Parent }
1..3 | ForEach-Object { "v$_" | Set-Content "$src/f$_.txt" }
'deep' | Set-Content "$src/sub/g.txt"
$dst = Join-Path $env:OUT 'dst'
$null = New-Item -ItemType Directory $dst
function Sync-Folder {
    param([string]$Source, [string]$Destination, [switch]$Purge)
    $changes = [ordered]@{ Copied = 0; Same = 0; Removed = 0 }
    $files = Get-ChildItem -LiteralPath $Source -Recurse -File
    foreach ($f in $files) {
        $relative = [IO.Path]::GetRelativePath($Source, $f.FullName)
        $target = Join-Path $Destination $relative
        $folder = Split-Path $target -Parent
        if (-not (Test-Path -LiteralPath $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }
        $same = (Test-Path -LiteralPath $target) -and (Get-FileHash $target).Hash -eq (Get-FileHash $f.FullName).Hash
        if ($same) { $changes.Same++ } else { Start-BitsTransfer -Source $f.FullName -Destination $target; $changes.Copied++ }
    }
    if ($Purge) {
        Get-ChildItem $Destination -Recurse -File | Where-Object {
            -not (Test-Path (Join-Path $Source ([IO.Path]::GetRelativePath($Destination, $_.FullName))))
        } | ForEach-Object { Remove-Item $_.FullName; $changes.Removed++ }
    }
    [pscustomobject]$changes
}
Sync-Folder $src.FullName $dst
'changed' | Set-Content "$src/f2.txt"; Remove-Item "$src/f3.txt"
Sync-Folder $src.FullName $dst -Purge
(Get-ChildItem $dst -Recurse -File).Name | Sort-Object
Start-BitsTransfer -Source "$src/*.txt" -Destination $dst
Get-Content (Join-Path $dst 'f2.txt')
Get-ChildItem $dst -Depth 0 | Measure-Object | % Count
Get-ChildItem $dst -Exclude f1* -File | % Name
(Get-ChildItem $dst -Recurse -Filter g.txt).FullName.Replace($dst, '') -replace '\\', '/'
#>>
#> Copied Same Removed
#> ------ ---- -------
#>      4    0       0
#>      1    2       1
#> f1.txt
#> f2.txt
#> g.txt
#> changed
#> 3
#> f2.txt
#> /sub/g.txt
#>>
