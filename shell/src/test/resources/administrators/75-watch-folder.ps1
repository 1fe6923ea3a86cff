$watch = New-Item -ItemType Directory (Join-Path $env:OUT 'in')
$done = New-Item -ItemType Directory (Join-Path $env:OUT 'done')
$seen = [System.Collections.Generic.HashSet[string]]::new()
$rounds = 0
while ($rounds -lt 4) {
    $rounds++
    if ($rounds -le 3) { "$env:SRV/file$rounds.txt" | Set-Content -Path (Join-Path $watch "job$rounds.url") -NoNewline }
    $new = Get-ChildItem $watch -Filter *.url | Where-Object { $seen.Add($_.Name) }
    if (!$new) { "round ${rounds}: nothing"; continue }
    foreach ($item in $new) {
        $url = (Get-Content -LiteralPath $item.FullName -Raw).Trim()
        $out = Join-Path $done ([io.path]::ChangeExtension($item.Name, '.txt'))
        Start-BitsTransfer -Source $url -Destination $out -Priority Normal
        Move-Item -LiteralPath $item.FullName -Destination ($item.FullName + '.done') -Force
        "round ${rounds}: {0} -> {1}" -f $item.BaseName, (Get-Content $out)
    }
}
Get-ChildItem $watch -Name
(Get-ChildItem $done -Recurse -File | Get-FileHash -Algorithm SHA1 | Select-Object -Unique Hash).Count
$map = @{}
Get-ChildItem $done | ForEach-Object { $map[$_.Name] = $_ }
$map.Keys | Sort-Object
Test-Path (Join-Path $done '*.txt'), (Join-Path $done '*.md')
Get-Item "$done/*.txt" | Sort-Object Name -Descending | Select-Object -First 1 | ForEach-Object { $_.Directory.Name, $_.DirectoryName.Length, $_.Exists -join ' ' } | ForEach-Object { $_ -replace '\d+', 'N' }
$null = Remove-Item $watch -Recurse -Force
$watch.Exists, (Test-Path $watch.FullName) -join ' '

#> round 1: job1 -> content 1
#> round 2: job2 -> content 2
#> round 3: job3 -> content 3
#> round 4: nothing
#> job1.url.done
#> job2.url.done
#> job3.url.done
#> 3
#> job1.txt
#> job2.txt
#> job3.txt
#> True
#> False
#> done N True
#> True False
