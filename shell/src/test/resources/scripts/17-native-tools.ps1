$hash = 'abc' | & /usr/bin/md5sum
if ($LASTEXITCODE -ne 0) { throw 'md5sum failed' }
($hash -split '\s+')[0].Length
$out = & /bin/sh -c 'echo one; echo two; exit 2' 2>&1
"$($out.Count) lines, code $LASTEXITCODE"
$args2 = @('-c', 'echo "$1-$2"', 'sh', 'x', 'y z')
& /bin/sh $args2
function Get-Command2 { [CmdletBinding()] param() }
if (-not (Get-Command2 -ErrorAction Ignore)) { 'none' }
$env:PATH -split [IO.Path]::PathSeparator | Select-Object -First 1 | ForEach-Object { $_.Length -gt 0 }
#> 32
#> 2 lines, code 2
#> x-y z
#> none
#> True
