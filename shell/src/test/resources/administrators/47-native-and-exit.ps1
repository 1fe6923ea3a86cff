$output = & sh -c 'echo out; echo err 1>&2; exit 3' 2>$null
"$output / $LASTEXITCODE"
$both = sh -c 'echo out; echo err 1>&2' 2>&1
$both.Count
($both | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { "$_" })
if ($LASTEXITCODE -ne 0) { 'bad' } else { 'good' }
$proc = Start-Process -FilePath 'sh' -ArgumentList '-c', '"exit 4"' -Wait -PassThru -NoNewWindow
$proc.ExitCode
'b', 'a', 'c' | sort
'one two' | & tr a-z A-Z
$lines = printf 'x\ny\nz\n'
$lines[1]
$exe = Get-Command sh
$exe.CommandType
Test-Path $exe.Source
cmd-that-does-not-exist --version
"after: $?"
& { $ErrorActionPreference = 'SilentlyContinue'; cmd-that-does-not-exist; 'still here' }
$env:MY_FLAG = 'set by script'
sh -c 'echo $MY_FLAG'
Remove-Item Env:\MY_FLAG
"[$env:MY_FLAG]"
function Invoke-Checked { param([scriptblock]$Block) & $Block; if ($LASTEXITCODE) { throw "exit code $LASTEXITCODE" } }
try { Invoke-Checked { sh -c 'exit 9' } } catch { $_.Exception.Message }
exit 7

#> out / 3
#> 2
#> err
#> good
#> 4
#> a
#> b
#> c
#> ONE TWO
#> y
#> Application
#> True
#> cmd-that-does-not-exist : The term 'cmd-that-does-not-exist' is not recognized as a name of a cmdlet, function, script file, or executable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#> At @SCRIPT@:16 char:1
#> + cmd-that-does-not-exist --version
#> + ~~~~~~~~~~~~~~~~~~~~~~~
#>     + CategoryInfo          : ObjectNotFound: (cmd-that-does-not-exist:String) [cmd-that-does-not-exist], CommandNotFoundException
#>     + FullyQualifiedErrorId : CommandNotFoundException
#> after: False
#> still here
#> set by script
#> []
#> exit code 9
#! 7
