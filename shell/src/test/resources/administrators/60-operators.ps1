1, 2, 3 -contains 2; 2 -in 1, 2; 'a' -notin 'b', 'c'
(1..5) -gt 3
@(1, 2, 3) -ne 2
$null -eq @()
!@() -and !'' -and !0
[bool]'False'
'10' -gt 9; 9 -lt '10'; '10' -lt '9'
5 -band 3; 5 -bor 3; 5 -bxor 3; -bnot 0; 1 -shl 4; 256 -shr 2
$x = $null; $x ?? 'default'; $x ??= 'set'; $x
$y = 5 -gt 3 ? 'yes' : 'no'; $y
${x}?.Length
'a' + 1; 1 + '1'; '3' * 2; @(1) + 2 + @(3, 4) -join ''
7 / 2; [int](7 / 2); [math]::Truncate(7 / 2); 7 % 2; -7 % 3
1KB + 1; 0x10; 1e3; 1.5MB; 10L.GetType().Name; 1.0d.GetType().Name
'abc' -ceq 'ABC'; 'abc' -eq 'ABC'; 'abc' -clike 'A*'
$true -xor $false; -not $true
$i = 1; $i++; ++$i; $i--; $i
$a = 1, 2; $a += 3; $a.Length
'text' -is [string]; 1 -isnot [string]; '5' -as [int]; 'x' -as [int]
"a`"b"; 'it''s'
true && 'and-then'
false || 'or-else'
$s = if ($true) { 'expr' }; $s
$w = foreach ($n in 1..3) { $n * 2 }; "$w"
$(1; 2) | Measure-Object | % Count
("a", "b" | % { $_ * 2 }) -join ','
[int[]]('1', '2') | Measure-Object -Sum | % Sum
1..3 -join '-'; -join 1..3
'{0}{1}' -f 'a', 'b' + 'c'
[System.Collections.Stack]$st = @(1, 2); $st.Push(3); $st.Pop()
$h = @{ a = 1 }; $h.a++; $h['a'] += 5; $h.a
, 'a' -is [array]

#> True
#> True
#> True
#> 4
#> 5
#> 1
#> 3
#> False
#> True
#> True
#> False
#> True
#> True
#> 1
#> 7
#> 6
#> -1
#> 16
#> 64
#> default
#> set
#> yes
#> 3
#> a1
#> 2
#> 33
#> 1234
#> 3.5
#> 4
#> 3
#> 1
#> -1
#> 1025
#> 16
#> 1000
#> 1572864
#> Int64
#> Decimal
#> False
#> True
#> False
#> True
#> False
#> 2
#> 3
#> True
#> True
#> 5
#> a"b
#> it's
#> and-then
#> or-else
#> expr
#> 2 4 6
#> 2
#> aa,bb
#> 3
#> 1-2-3
#> 1
#> 2
#> 3
#> abc
#> 3
#> 7
#> True
