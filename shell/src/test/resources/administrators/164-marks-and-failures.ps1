# Marks of encodings, failures that tell what lies under them, processes that are waited for.
$text = [string][char]0xe9
[IO.File]::WriteAllText("$PWD/a.txt", $text); (Get-Item a.txt).Length
[IO.File]::WriteAllText("$PWD/b.txt", $text, [Text.Encoding]::UTF8); (Get-Item b.txt).Length
[IO.File]::WriteAllText("$PWD/c.txt", $text, [Text.UTF8Encoding]::new($false)); (Get-Item c.txt).Length
[IO.File]::WriteAllText("$PWD/d.txt", $text, [Text.Encoding]::Unicode); [IO.File]::ReadAllBytes("$PWD/d.txt") -join ' '
[IO.File]::AppendAllText("$PWD/b.txt", 'x', [Text.Encoding]::UTF8); (Get-Item b.txt).Length
[IO.File]::WriteAllText("$PWD/e.txt", $text, [Text.Encoding]::GetEncoding(1252)); (Get-Item e.txt).Length
$writer = [IO.StreamWriter]::new("$PWD/f.txt", $false, [Text.UTF8Encoding]::new($true)); $writer.Write('f'); $writer.Close(); (Get-Item f.txt).Length
foreach ($file in 'b', 'd', 'f') { $reader = [IO.StreamReader]::new("$PWD/$file.txt"); $reader.ReadToEnd().Length; $reader.Close() }
[Text.Encoding]::UTF8.GetPreamble() -join ' '; [Text.ASCIIEncoding]::new().GetString([Text.Encoding]::ASCII.GetBytes('a?'))
try { [IO.File]::ReadAllText("$PWD/none/x.txt") } catch [IO.DirectoryNotFoundException] { 'no directory' }
try { [IO.File]::ReadAllText("$PWD/none.txt") } catch [IO.FileNotFoundException] { 'no file' }
try { throw [InvalidOperationException]::new('outer', [ArgumentException]::new('inner')) } catch { $_.Exception.ToString() -match 'ArgumentException: inner'; $_.CategoryInfo.GetMessage() -eq "$($_.CategoryInfo)" }
$failure = [Exception]::new("kept"); $failure.Data["host"] = "srv1"; try { throw $failure } catch { $_.Exception.Data["host"] }
& { Set-StrictMode -Version Latest; try { @(1, 2)[5] } catch { $_.FullyQualifiedErrorId } }
$process = Start-Process sleep 60 -PassThru; $process.WaitForExit(10); $process.Kill(); $process.WaitForExit(60000); $process.HasExited
#> 2
#> 5
#> 2
#> 255 254 233 0
#> 6
#> 1
#> 4
#> 2
#> 1
#> 1
#> 239 187 191
#> a?
#> no directory
#> no file
#> True
#> True
#> srv1
#> System.IndexOutOfRangeException
#> False
#> True
#> True
