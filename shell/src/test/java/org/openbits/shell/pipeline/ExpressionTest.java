package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts and their values, as PowerShell gives them. */
class ExpressionTest {

    static Stream<Arguments> arithmetic() {
        return Stream.of(
                of("1 + 2 * 3", "7"),
                of("7 / 2", "3.5"),
                of("8 / 2", "4"),
                of("7 % 3", "1"),
                of("-7 % 3", "-1"),
                of("2147483647 + 1", "2147483648"),
                of("1.5 + 1", "2.5"),
                of("'5' + 1", "51"),
                of("1 + '5'", "6"),
                of("'a' * 3", "aaa"),
                of("(1, 2) * 2", "1|2|1|2"),
                of("1, 2 + 3", "1|2|3"),
                of("@{a=1} + @{b=2} | % { $_.Count }", "2"),
                of("1 / 0", "!RuntimeException"),
                of("$null + 5", "5"),
                of("$true + 1", "2"),
                of("1KB + 1", "1025"),
                of("0xFF -band 0x0F", "15"),
                of("1 -shl 4", "16"),
                of("-bnot 0", "-1"),
                of("5 -bxor 3", "6"),
                of("18446744073709551615 / 2", "9.223372036854776E+18"),
                of("10d / 4", "2.5"),
                of("1..4", "1|2|3|4"),
                of("3..1", "3|2|1"),
                of("(1..5)[-1]", "5"),
                of("(1..5)[1..3]", "2|3|4"),
                of("(1..5)[0, 4]", "1|5"),
                of("(1..5)[9]", "null"),
                of("$i = 5; $i++; ++$i; $i--; $i", "6"),
                of("$x = 10; $x += 5; $x -= 3; $x *= 2; $x /= 4; $x %= 4; $x", "2"));
    }

    static Stream<Arguments> comparisons() {
        return Stream.of(
                of("'a' -eq 'A'", "True"),
                of("'a' -ceq 'A'", "False"),
                of("1 -eq '1'", "True"),
                of("'10' -gt 9", "False"),
                of("10 -gt '9'", "True"),
                of("1, 2, 3, 2 -eq 2", "2|2"),
                of("1, 2, 3 -gt 1", "2|3"),
                of("1, 2, 3 -ne 2", "1|3"),
                of("'abc' -like 'A*'", "True"),
                of("'abc' -clike 'A*'", "False"),
                of("'abc', 'xyz' -like 'a*'", "abc"),
                of("'abc' -notlike 'b*'", "True"),
                of("'abc123' -match '(\\d+)'; $Matches[1]", "True|123"),
                of("'v1.2' -match 'v(?<major>\\d+)'; $Matches.major", "True|1"),
                of("'a-b' -match '(?<my_name>\\w)'; $Matches['my_name']", "True|a"),
                of("'abc' -notmatch 'z'", "True"),
                of("'a', 'b' -contains 'B'", "True"),
                of("'a', 'b' -ccontains 'B'", "False"),
                of("2 -in 1, 2", "True"),
                of("5 -notin 1, 2", "True"),
                of("$null -eq $null", "True"),
                of("5 -is [int]", "True"),
                of("'5' -is [int]", "False"),
                of("'x' -isnot [string]", "False"),
                of("@(1) -is [array]", "True"),
                of("@{} -is [hashtable]", "True"),
                of("'12' -as [int]", "12"),
                of("$null -eq ('x' -as [int])", "True"),
                of("$true -and $false", "False"),
                of("$true -or $(throw 'no')", "True"),
                of("$true -xor $true", "False"),
                of("-not 0", "True"),
                of("!@()", "True"),
                of("if (@(0)) { 'y' } else { 'n' }", "n"),
                of("if (@(0, 0)) { 'y' }", "y"),
                of("if ('') { 'y' } else { 'n' }", "n"),
                of("if ('False') { 'y' }", "y"),
                of("$null ?? 'd'", "d"),
                of("1 -eq 1 ? 'y' : 'n'", "y"),
                of("[version]'1.10' -gt [version]'1.9'", "True"),
                of("$PSVersionTable.PSVersion.Major -ge 5", "True"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                of("$x = 5; \"x=$x $($x + 1) `$x\"", "x=5 6 $x"),
                of("$a = 1, 2; \"$a\"", "1 2"),
                of("$h = @{n='v'}; \"$h.n $($h.n)\"", "System.Collections.Hashtable.n v"),
                of("\"$null|$true\"", "|True"),
                of("$env:FOO = 'bar'; \"$env:FOO ${env:FOO}\"", "bar bar"),
                of("'a,b;c' -split '[,;]'", "a|b|c"),
                of("'a,b,c' -split ',', 2", "a|b,c"),
                of("-split ' a  b '", "a|b"),
                of("'a1b' -split '(\\d)'", "a|1|b"),
                of("1, 2, 3 -join '-'", "1-2-3"),
                of("-join ('a', 'b')", "ab"),
                of("'hello world' -replace 'o', '0'", "hell0 w0rld"),
                of("'John Smith' -replace '(\\w+) (\\w+)', '$2, $1'", "Smith, John"),
                of("'abc' -replace 'B'", "ac"),
                of("'abc' -creplace 'B', 'x'", "abc"),
                of("'a', 'b' -replace 'a', 'z'", "z|b"),
                of("'abc' -replace '(?<x>b)', '[${x}]'", "a[b]c"),
                of("'5' -replace '\\d', { [int]$_.Value + 1 }", "6"),
                of("'{0:N2} MB' -f 1234.5", "1,234.50 MB"),
                of("'{0}-{1:D3}' -f 'a', 5", "a-005"),
                of("'{0:P0}' -f 0.25", "25%"),
                of("'{0:X}' -f 255", "FF"),
                of("'abc'.ToUpper()", "ABC"),
                of("'abc'.Length", "3"),
                of("'a/b/c'.Split('/')[-1]", "c"),
                of("'abc'.Substring(1, 1)", "b"),
                of("'abc'[0]", "a"),
                of("'abc'.Contains('b')", "True"),
                of("'  x '.Trim()", "x"),
                of("'a.b'.Replace('.', '-')", "a-b"),
                of("@'\na $b\n'@", "a $b"),
                of("$b = 1; @\"\na $b\n\"@", "a 1"),
                of("[string]::Join(',', 1, 2)", "1,2"),
                of("[string]::IsNullOrEmpty('')", "True"),
                of("[string]::Format('{0}!', 'x')", "x!"));
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                of("$h = @{b=1; a=2}; $h.c = 3; $h['d'] = 4; $h.Count", "4"),
                of("$h = [ordered]@{b=1; a=2}; $h.Keys", "b|a"),
                of("$h = [ordered]@{b=1; a=2}; $h[0]", "1"),
                of("@{a=1}.ContainsKey('A')", "True"),
                of("$o = [pscustomobject]@{N='x'; V=5}; \"$($o.n) $($o.V)\"", "x 5"),
                of("$o = [pscustomobject]@{N='x'}; $o.N = 'y'; $o.N", "y"),
                of("$o = [pscustomobject]@{N='x'}; $o.M", "null"),
                of("$o = [pscustomobject]@{N='x'}; $o.M = 1", "!PropertyNotFound"),
                of("(1, 2, 3).Count", "3"),
                of("(5).Count", "1"),
                of("@().Count", "0"),
                of("$null.Count", "0"),
                of("@{a=1}, @{a=2} | % { $_.a }", "1|2"),
                of("(@{a=1}, @{a=2}).a", "1|2"),
                of("$a = @(); $a += 1; $a += 2; $a", "1|2"),
                of("$a = @(1,2,3); $a[1] = 9; $a", "1|9|3"),
                of("$a = ,1; $a.Count", "1"),
                of("$a = @(,(1,2)); $a.Count", "1"),
                of("$a, $b, $c = 1, 2; \"$a $b [$c]\"", "1 2 []"),
                of("$a, $b = 1, 2, 3; $b", "2|3"),
                of("$a = $b = 4; $a + $b", "8"),
                of("$null.Foo()", "!InvokeMethodOnNull"),
                of("$null[0]", "!NullArray"),
                of("'x'.NoSuch()", "!MethodNotFound"),
                of("(1..5).Where({ $_ -gt 3 })", "4|5"),
                of("(1..3).ForEach({ $_ * 2 })", "2|4|6"),
                of("& { param($a, $b) $a - $b } 5 3", "2"),
                of("& { param($a, $b) $a - $b } -b 5 -a 3", "-2"),
                of("$s = { $args[0] + 1 }; & $s 4", "5"),
                of("$s = { $args[0] + 1 }; $s.Invoke(4)", "5"),
                of("$x = 1; $s = { $x }.GetNewClosure(); $x = 2; & $s", "1"),
                of("(5).GetType().Name", "Int32"),
                of("'x'.GetType().FullName", "System.String"),
                of("[int]::MaxValue", "2147483647"),
                of("[int]'42' + 1", "43"),
                of("[int]2.5", "2"),
                of("[int]3.5", "4"),
                of("[int]'x'", "!InvalidCastFromStringToInteger"),
                of("[string]5 + 1", "51"),
                of("[bool]'x'", "True"),
                of("[char]65", "A"),
                of("[string[]](1, 2) -join ','", "1,2"),
                of("[int[]]('1', '2') | % { $_ + 1 }", "2|3"),
                of("[guid]'c0dd3d8c-c3a2-4562-8324-80b19224879c'", "c0dd3d8c-c3a2-4562-8324-80b19224879c"),
                of("[uri]'http://h:8080/a/b?c' | % { \"$($_.Host) $($_.Port) $($_.Segments[-1])\" }", "h 8080 b"),
                of("[math]::Round(2.5)", "2"),
                of("[math]::Round(3.14159, 2)", "3.14"),
                of("[math]::Round(1536 / 1KB, 1)", "1.5"),
                of("[math]::Floor(2.7); [math]::Ceiling(2.1); [math]::Max(3, 7)", "2|3|7"),
                of("[System.IO.Path]::GetFileName('/a/b.zip')", "b.zip"),
                of("[IO.Path]::GetFileNameWithoutExtension('http://h/x/b.tar.gz')", "b.tar"),
                of("[IO.Path]::GetExtension('C:\\x\\b.zip')", ".zip"),
                of("[IO.Path]::Combine('/a', 'b', 'c.txt')", "/a/b/c.txt"),
                of("[IO.Path]::GetDirectoryName('/a/b/c.txt')", "/a/b"),
                of("[timespan]::FromMinutes(90).TotalHours", "1.5"),
                of("([datetime]'2024-03-01').AddDays(1).Day", "2"),
                of("([datetime]'2024-03-02') - ([datetime]'2024-03-01') | % TotalHours", "24"),
                of("[datetime]::new(2024, 2, 29).ToString('yyyy-MM-dd')", "2024-02-29"),
                of("[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('hi'))", "aGk="),
                of("[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('aGk='))", "hi"),
                of("[Convert]::ToString(255, 16)", "ff"),
                of("[regex]::Match('a12', '\\d+').Value", "12"),
                of("[regex]::Matches('a1b2', '\\d').Count", "2"),
                of("[regex]::Replace('a1', '\\d', 'x')", "ax"),
                of("[Environment]::NewLine.Length -ge 1", "True"),
                of(
                        "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12; [Net.ServicePointManager]::SecurityProtocol",
                        "Tls12"),
                of(
                        "[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]'Tls11,Tls12'; 1",
                        "1"),
                of("$l = [System.Collections.Generic.List[string]]::new(); $l.Add('a'); $l.Count", "1"),
                of("$l = New-Object System.Collections.ArrayList; [void]$l.Add('a'); $l.Count", "1"),
                of("$o = New-Object PSObject -Property @{ a = 1 }; $o.a", "1"),
                of("(New-Object System.Uri 'http://h/x').Host", "h"),
                of("(New-Object -TypeName System.Uri -ArgumentList 'http://h/x').AbsolutePath", "/x"),
                of("([guid]'c0dd3d8c-c3a2-4562-8324-80b19224879c').Guid", "c0dd3d8c-c3a2-4562-8324-80b19224879c"),
                of("$n = 0; [int]::TryParse('42', [ref]$n); $n; [int]::TryParse('x', [ref]$n)", "True|42|False"),
                of("([pscustomobject]@{A=1; B=2}).PSObject.Properties.Name", "A|B"),
                of(
                        "$s = ConvertTo-SecureString 'pw' -AsPlainText -Force; $c = [pscredential]::new('D\\u', $s); $n = $c.GetNetworkCredential(); \"$($n.Domain) $($n.UserName) $($n.Password)\"",
                        "D u pw"),
                of("[NoSuch.Type]::Foo()", "!TypeNotFound"),
                of("if ($false) { [NoSuch.Type]::Foo() }; 1", "1"),
                of(
                        "$sb = [System.Text.StringBuilder]::new(); [void]$sb.Append('a').AppendLine('b'); $sb.ToString().Trim()",
                        "ab"),
                of("[System.Diagnostics.Stopwatch]::StartNew().Elapsed.TotalSeconds -ge 0", "True"));
    }

    private static Arguments of(String text, String expected) {
        return Arguments.of(text, expected);
    }

    @ParameterizedTest
    @MethodSource({"arithmetic", "comparisons", "texts", "objects"})
    void gives(String text, String expected) {
        assertThat(Sessions.value(text)).isEqualTo(expected);
    }
}
