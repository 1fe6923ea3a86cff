# What scripts learn by GetType() and -is.
$samples = [ordered]@{
    'list'      = (, 1)
    'texts'     = [string[]]('a', 'b')
    'numbers'   = [int[]](1, 2)
    'split'     = 'a,b'.Split(',')
    '-split'    = 'a b' -split ' '
    'bytes'     = [Text.Encoding]::UTF8.GetBytes('x')
    'files'     = [IO.Directory]::GetFiles($env:OUT)
    'arraylist' = [Collections.ArrayList]@(1)
    'generic'   = [Collections.Generic.List[string]]::new()
    'made'      = New-Object 'byte[]' 4
    'queue'     = @{}.Keys
}
$samples.GetEnumerator() | Where-Object Key -ne queue | ForEach-Object { '{0,-10}{1}' -f $_.Key, $_.Value.GetType().Name }
[string[]]$typed = 1, 2; $typed.GetType().Name; $typed += 3; $typed.GetType().Name
(@(1) -is [array]), ([Collections.ArrayList]@() -is [array]), ([string[]]'a' -is [object[]]), ([int[]]1 -is [string[]]) -join ' '
([Collections.Generic.List[int]]@(1)) -is [Collections.Generic.List[int]]
$list = [Collections.ArrayList]@(); $list.Add('x'); [void]$list.Add('y'); $list.Count
$numbers = [Collections.Generic.List[int]](1..6)
$numbers.RemoveAll({ param($n) $n % 2 -eq 0 }); $numbers -join ','
$numbers.Exists({ param($n) $n -gt 4 }); $numbers.Find({ param($n) $n -gt 1 }); $numbers.FindIndex({ $args[0] -eq 5 })
$exact = [Collections.Generic.Dictionary[string, int]]::new(); $exact['A'] = 1; $exact.ContainsKey('a'); $exact.GetType().Name
$any = [Collections.Generic.Dictionary[string, int]]::new([StringComparer]::OrdinalIgnoreCase); $any['A'] = 1; $any.ContainsKey('a')
$sorted = [Collections.Generic.SortedDictionary[string, int]]::new(); $sorted['b'] = 1; $sorted['a'] = 2; $sorted.Keys -join ''
try { $exact.Add('A', 2) } catch { $_.Exception.InnerException.Message }
$set = [Collections.Generic.HashSet[int]]::new([int[]](1, 2)); $set.UnionWith([int[]](2, 3)); $set.Count; $set.IsSubsetOf([int[]](1..9))
[array]::IndexOf(@('a', 'b'), 'b'); [Linq.Enumerable]::Sum([int[]](1, 2, 3)); [Linq.Enumerable]::Where([int[]](1..4), [Func[int, bool]] { $args[0] -gt 2 }) -join ','
try { [int]::Parse('x') } catch [FormatException] { $_.Exception.Message }
try { [IO.File]::ReadAllText("$env:OUT/none") } catch { $_.Exception.InnerException.GetType().FullName }
try { Invoke-Expression 'if (' } catch { $_.Exception.GetType().Name }

#> list      Object[]
#> texts     String[]
#> numbers   Int32[]
#> split     String[]
#> -split    String[]
#> bytes     Byte[]
#> files     String[]
#> arraylist ArrayList
#> generic   List`1
#> made      Byte[]
#> String[]
#> String[]
#> True False True False
#> True
#> 0
#> 2
#> 3
#> 1,3,5
#> True
#> 3
#> 2
#> False
#> Dictionary`2
#> True
#> ab
#> An item with the same key has already been added. Key: A
#> 3
#> True
#> 1
#> 6
#> 3,4
#> The input string 'x' was not in a correct format.
#> System.IO.FileNotFoundException
#> ParseException
