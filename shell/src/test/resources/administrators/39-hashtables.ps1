$table = @{ b = 2; a = 1; 'c d' = 3 }
$table['e'] = 5
$table.Add('f', 6)
$table.Remove('b')
foreach ($key in ($table.Keys | Sort-Object)) { "$key=$($table[$key])" }
$table.ContainsKey('A'), $table.ContainsValue(5), $table.Count -join ','
$nested = @{ server = @{ name = 'x'; ports = 80, 443 }; tags = @('t1') }
$nested.server.ports[1]
$nested.tags += 't2'
$nested.tags.Count
$ordered = [ordered]@{ one = 1; two = 2; three = 3 }
$ordered.Keys -join ' '
$ordered[0]
$ordered.Insert(1, 'half', 0.5)
($ordered.Values | ForEach-Object { "$_" }) -join ' '
$merged = $table + @{ z = 26 }
$merged.z
$copy = $table.Clone(); $copy.a = 100; $table.a
$lookup = @{}
'apple', 'avocado', 'bean' | ForEach-Object { $lookup[$_[0]] += @($_) }
$lookup.GetEnumerator() | Sort-Object Name | ForEach-Object { "$($_.Name): $($_.Value -join '/')" }
$byName = Get-ChildItem env: | Where-Object Name -in 'SRV', 'OUT' | Group-Object Name -AsHashTable -AsString
$byName.Keys | Sort-Object
$obj = [pscustomobject]$ordered
$obj | Add-Member -NotePropertyName four -NotePropertyValue 4
$obj | Add-Member ScriptMethod Sum { $this.one + $this.two + $this.four }
$obj.Sum()
$obj.PSObject.Properties | Where-Object Value -ge 3 | ForEach-Object Name

#> a=1
#> c d=3
#> e=5
#> f=6
#> True,True,4
#> 443
#> 2
#> one two three
#> 1
#> 1 0.5 2 3
#> 26
#> 1
#> a: apple/avocado
#> b: bean
#> OUT
#> SRV
#> 7
#> three
#> four
