$temp = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid().ToString('N')))
try {
    $zip = Join-Path $temp.FullName 'tool.zip'
    Start-BitsTransfer -Source "$env:SRV/tool.zip" -Destination $zip -Description 'tool' -ErrorAction Stop
    Expand-Archive -LiteralPath $zip -DestinationPath "$env:OUT/tool" -Force
    Get-ChildItem "$env:OUT/tool" -Recurse -File | Sort-Object FullName | ForEach-Object { $_.FullName.Replace("$env:OUT", '') -replace '\\', '/' }
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [System.IO.Compression.ZipFile]::ExtractToDirectory($zip, "$env:OUT/again")
    (Get-Content "$env:OUT/again/readme.txt" -Raw).Trim()
    $archive = [System.IO.Compression.ZipFile]::OpenRead($zip)
    $archive.Entries | ForEach-Object { "$($_.FullName) $($_.Length)" }
    $archive.Dispose()
    Compress-Archive -Path "$env:OUT/tool/*" -DestinationPath "$env:OUT/new.zip" -CompressionLevel Optimal
    Test-Path "$env:OUT/new.zip"
}
finally {
    Remove-Item -LiteralPath $temp.FullName -Recurse -Force -ErrorAction SilentlyContinue
}
Test-Path $temp.FullName
$sum = Get-FileHash "$env:OUT/new.zip" -Algorithm MD5 | Select-Object -ExpandProperty Hash
$sum.Length
$md5 = [System.Security.Cryptography.MD5]::Create()
$h = [BitConverter]::ToString($md5.ComputeHash([Text.Encoding]::ASCII.GetBytes('abc'))) -replace '-'
$h
$lines = (Get-Content "$env:OUT/again/readme.txt"), 'more'
$lines | Out-File "$env:OUT/o.txt"; (Get-Content "$env:OUT/o.txt").Count
[IO.File]::Exists("$env:OUT/o.txt"), [IO.Directory]::Exists($env:OUT), [IO.Path]::GetExtension('a.tar.gz'), [IO.Path]::ChangeExtension('a.txt', '.bak') -join ' '
[IO.Directory]::GetFiles($env:OUT, '*.txt').Count

#> /tool/bin/run.sh
#> /tool/readme.txt
#> hello
#> readme.txt 6
#> bin/run.sh 7
#> True
#> False
#> 32
#> 900150983CD24FB0D6963F7D28E17F72
#> 2
#> True True .gz a.bak
#> 1
