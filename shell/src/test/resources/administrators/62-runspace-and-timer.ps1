$ErrorActionPreference = 'Stop'
$cfg = [pscustomobject]@{ Servers = @('a', 'b'); Port = 80 }
$sync = [hashtable]::Synchronized(@{ Done = 0 })
1..5 | ForEach-Object { $sync.Done++ }
$sync.Done
$q = [System.Collections.Queue]::new()
'x', 'y' | ForEach-Object { $q.Enqueue($_) }
$q.Dequeue(); $q.Count
$set = [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
[void]$set.Add('A'); [void]$set.Add('a'); $set.Count
$dict = New-Object 'System.Collections.Generic.Dictionary[string,int]'
$dict.Add('one', 1); $dict['two'] = 2
foreach ($kv in $dict.GetEnumerator()) { "$($kv.Key)=$($kv.Value)" }
$out = 0
if ($dict.TryGetValue('two', [ref]$out)) { "found $out" }
$n = 0
[int]::TryParse('17', [ref]$n); $n
[datetime]::TryParse('not a date', [ref]([datetime]::MinValue))
$elapsed = Measure-Command { 1..100 | ForEach-Object { $_ } }
$elapsed.TotalSeconds -lt 300
$list = [System.Collections.Generic.List[int]]@(3, 1, 2)
$list.Sort(); $list -join ','
$list.Contains(2), $list.IndexOf(3), $list.RemoveAt(0), $list.Count -join ' '
[array]::Reverse(($arr = 1, 2, 3)); $arr -join ''
[array]::IndexOf(@('a', 'b'), 'b')
$rand = Get-Random -Minimum 1 -Maximum 10 -SetSeed 3; $rand -ge 1 -and $rand -lt 10
'a', 'b', 'c' | Get-Random -Count 3 | Sort-Object | Join-String -Separator ','
$json = @{ a = @(1, 2); b = @{ c = $null } } | ConvertTo-Json -Compress -Depth 3
($json | ConvertFrom-Json).a[1]
'{"x":[{"y":1},{"y":2}]}' | ConvertFrom-Json | Select-Object -ExpandProperty x | Measure-Object y -Maximum | % Maximum
[Environment]::GetEnvironmentVariable('OUT') -eq $env:OUT
[Environment]::MachineName.Length -gt 0; $PID -gt 0; $HOME.Length -gt 0

#> 5
#> x
#> 1
#> 1
#> one=1
#> two=2
#> found 2
#> True
#> 17
#> False
#> True
#> 1,2,3
#> True 2  2
#> 321
#> 1
#> True
#> a,b,c
#> 2
#> 2
#> True
#> True
#> True
#> True
