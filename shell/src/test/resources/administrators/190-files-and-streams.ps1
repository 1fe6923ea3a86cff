# Files by .NET: one place to read and write, marks of encodings, errors by type
$f = Join-Path $env:OUT 'stream.bin'
$s = [IO.File]::Open($f, 'OpenOrCreate', 'ReadWrite')
$s.Write([byte[]](1, 2, 3, 4), 0, 4)
$s.Position = 1; $second = $s.ReadByte(); $s.Seek(-1, 'End') | Out-Null
"second $second, last $($s.ReadByte()), length $($s.Length), named $([IO.Path]::GetFileName($s.Name))"
$s.SetLength(2); $s.Flush($true); "cut to $($s.Length)"; $s.Close()
$s = [IO.FileStream]::new($f, [IO.FileMode]::Append); $s.WriteByte(9); "appended at $($s.Position)"; $s.Dispose()
[IO.File]::ReadAllBytes($f) -join ' '
try { $s.WriteByte(1) } catch { $_.Exception.InnerException.GetType().Name }

foreach ($each in [Text.Encoding]::UTF8, [Text.UTF8Encoding]::new($false), [Text.Encoding]::Unicode, [Text.Encoding]::ASCII) {
    [IO.File]::WriteAllText($f, "Gr$([char]0xfc)n", $each)
    $read = [IO.StreamReader]::new($f, $true)
    '{0}: {1} bytes, read {2} as {3}' -f $each.EncodingName, (Get-Item $f).Length, $read.ReadToEnd().Length, $read.CurrentEncoding.WebName
    $read.Close()
}
[IO.File]::AppendAllText($f, 'more'); (Get-Item $f).Length
[Text.Encoding]::GetEncoding(1252).WebName
try { [Text.Encoding]::GetEncoding('klingon') } catch { $_.Exception.InnerException.GetType().Name }

$memory = [IO.MemoryStream]::new()
$out = [IO.BinaryWriter]::new($memory)
$out.Write([int]258); $out.Write([byte]7); $out.Write([uint16]65535); $out.Write('hello'); $out.Write($true); $out.Write([double]0.5)
$out.Flush(); ($memory.ToArray() | ForEach-Object { $_.ToString('x2') }) -join ''
$memory.Position = 0
$in = [IO.BinaryReader]::new($memory)
"$($in.ReadInt32()) $($in.ReadByte()) $($in.ReadUInt16()) $($in.ReadString()) $($in.ReadBoolean()) $($in.ReadDouble())"
try { $in.ReadByte() } catch { $_.Exception.InnerException.GetType().FullName }

$log = [IO.FileInfo](Join-Path $env:OUT 'app.log')
$w = $log.CreateText(); $w.NewLine = "`n"; $w.WriteLine('{0} started', 'app'); $w.Close()
$w = $log.AppendText(); $w.Write('done'); $w.Close()
"$($log.Length) bytes"; $r = $log.OpenText(); $r.ReadLine(); $r.Close()
$log.MoveTo((Join-Path $env:OUT 'old.log')); "$($log.Name) $($log.Exists)"
$log.Delete(); $log.Delete(); $log.Refresh(); $log.Exists

[IO.File]::SetAttributes($f, 'ReadOnly'); (Get-Item $f).IsReadOnly
[IO.File]::SetAttributes($f, 'Normal'); [IO.File]::GetAttributes($f)
[IO.File]::SetLastWriteTimeUtc($f, [datetime]::new(2020, 1, 2, 3, 4, 5, 'Utc')); [IO.File]::GetLastWriteTimeUtc($f).ToString('s')
foreach ($bad in { [IO.File]::ReadAllText("$env:OUT/none.txt") }, { [IO.File]::WriteAllText("$env:OUT/no/dir.txt", '') }, { [IO.Directory]::GetFiles("$env:OUT/no") }, { [IO.File]::Delete($env:OUT) }) {
    try { & $bad } catch [System.IO.FileNotFoundException] { 'no file' } catch [System.IO.DirectoryNotFoundException] { 'no directory' } catch [System.UnauthorizedAccessException] { 'no access' }
}
[IO.Path]::ChangeExtension('a/b.txt', $null); [IO.Path]::Join('a', '/b'); [IO.Path]::GetFullPath('../x', '/a/b'); [IO.Path]::Exists($env:OUT)
#> second 2, last 4, length 4, named stream.bin
#> cut to 2
#> appended at 3
#> 1 2 9
#> ObjectDisposedException
#> Unicode (UTF-8): 8 bytes, read 4 as utf-8
#> Unicode (UTF-8): 5 bytes, read 4 as utf-8
#> Unicode: 10 bytes, read 4 as utf-16
#> US-ASCII: 4 bytes, read 4 as utf-8
#> 8
#> windows-1252
#> ArgumentException
#> 0201000007ffff0568656c6c6f01000000000000e03f
#> 258 7 65535 hello True 0.5
#> System.IO.EndOfStreamException
#> 16 bytes
#> app started
#> old.log True
#> False
#> True
#> Normal
#> 2020-01-02T03:04:05
#> no file
#> no directory
#> no directory
#> no access
#> a/b
#> a/b
#> /a/x
#> True
