# The collections of .NET with the members that scripts call.
$chain = [System.Collections.Generic.LinkedList[string]]::new()
$first = $chain.AddFirst('a'); [void]$chain.AddLast('c'); [void]$chain.AddAfter($first, 'b'); [void]$chain.AddBefore($first, '0')
"$($chain.Count): $($chain -join ',') first=$($chain.First.Value) before-last=$($chain.Last.Previous.Value)"
for ($node = $chain.First; $node; $node = $node.Next) { "<$($node.Value)>" }
$chain.Remove('b'); $chain.Contains('b'); $chain.Find('c').Previous.Value; $chain.Remove($first); $chain.RemoveFirst(); $chain.RemoveLast(); $chain.Count
try { $chain.RemoveFirst() } catch { $_.Exception.Message }
$sorted = New-Object System.Collections.SortedList
$sorted.Add('b', 2); $sorted.Add('a', 1); $sorted['c'] = 3
"$($sorted.Keys) $($sorted.GetByIndex(0)) $($sorted.GetKey(1)) $($sorted.IndexOfKey('c')) $($sorted.IndexOfValue(2))"
$sorted.SetByIndex(0, 10); $sorted.RemoveAt(1); $sorted
$words = [System.Collections.Generic.SortedDictionary[string, int]]::new()
'the', 'cat', 'the', 'dog' | ForEach-Object { if ($words.ContainsKey($_)) { $words[$_]++ } else { $words.Add($_, 1) } }
foreach ($pair in $words.GetEnumerator()) { "$($pair.Key)=$($pair.Value)" }
$value = 0; "$($words.TryGetValue('the', [ref]$value)) $value"
$stack = [System.Collections.Generic.Stack[int]]::new(); 1..4 | ForEach-Object { $stack.Push($_) }
"$($stack.Pop()) $($stack.Peek()) $($stack.Count) $($stack.ToArray() -join ',') $($stack.Contains(2))"
$top = 0; "$($stack.TryPop([ref]$top)) $top"; $stack.Clear(); "$($stack.TryPop([ref]$top))"
try { $stack.Pop() } catch { $_.Exception.InnerException.Message }
$queue = [System.Collections.Generic.Queue[object]]::new(@('x', 'y'))
while ($queue.Count -gt 0) { $queue.Dequeue() }
$next = $null; $queue.TryDequeue([ref]$next)
try { $queue.Dequeue() } catch { $_.Exception.InnerException.GetType().FullName + ': ' + $_.Exception.InnerException.Message }
$names = [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
"$($names.Add('Host1')) $($names.Add('HOST1')) $($names.Contains('host1')) $($names.GetType().Name)"
$set = [System.Collections.Generic.HashSet[string]]::new([string[]]('a', 'b', 'c'))
$set.ExceptWith([string[]]@('a')); $set.UnionWith([string[]]@('d')); $set.IntersectWith([string[]]@('b', 'd', 'e')); "$set"
"$($set.IsSubsetOf([string[]]('b', 'd', 'x'))) $($set.IsProperSupersetOf([string[]]'b')) $($set.Overlaps([string[]]'b')) $($set.SetEquals([string[]]('d', 'b'))) $($set.RemoveWhere({ param($x) $x -eq 'd' })) $($set.Count)"
$tree = [System.Collections.Generic.SortedSet[int]]::new(); 5, 1, 3, 5 | ForEach-Object { [void]$tree.Add($_) }
"$tree min=$($tree.Min) max=$($tree.Max) back=$($tree.Reverse() -join ',') view=$($tree.GetViewBetween(2, 5))"
$list = [System.Collections.Generic.List[int]](3, 1, 2)
$list.Sort(); $list.InsertRange(1, [int[]](9, 8)); $list.Reverse()
"$list $($list.FindIndex({ param($x) $x -gt 8 })) $($list.FindLastIndex({ param($x) $x -gt 2 })) $($list.RemoveAll({ $args[0] -gt 8 })) $($list.TrueForAll({ $args[0] -gt 0 }))"
$list.Sort({ param($a, $b) $b - $a }); $list.Add('12'); "$list $($list[-1].GetType().Name) $(($list.ConvertAll([Converter[int, string]] { "n$($args[0])" })) -join ',')"
try { $list.Add('x') } catch { $_.FullyQualifiedErrorId }
$old = [System.Collections.ArrayList]@(3, 1, 2); $old.Sort(); "$($old.BinarySearch(3)) $($old.IndexOf(2)) $($old.Add(7)) $($old.Count)"
(New-Object 'System.Collections.Generic.List[string]').GetType().FullName
#> 4: 0,a,b,c first=0 before-last=b
#> <0>
#> <a>
#> <b>
#> <c>
#> True
#> False
#> a
#> 0
#> Exception calling "RemoveFirst" with "0" argument(s): "The LinkedList is empty."
#> a b c 1 b 2 1
#>>
#> Name                           Value
#> ----                           -----
#> a                              10
#> c                              3
#> cat=1
#> dog=1
#> the=2
#> True 2
#> 4 3 3 3,2,1 True
#> True 3
#> False
#> Stack empty.
#> x
#> y
#> False
#> System.InvalidOperationException: Queue empty.
#> True False True HashSet`1
#> b d
#> True True True True 1 1
#> 1 3 5 min=1 max=5 back=5,3,1 view=3 5
#> 3 2 8 9 1 3 3 1 True
#> 8 3 2 1 12 Int32 n8,n3,n2,n1,n12
#> MethodArgumentConversionInvalidCastArgument
#> 2 1 3 4
#> System.Collections.Generic.List`1[System.String]
#>>
