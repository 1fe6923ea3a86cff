# Flags stay flags, classes compare, types show themselves, patterns and errors tell more.
[Flags()] enum Rights { None = 0; Read = 1; Write = 2; Run = 4 }
$rights = [Rights]::Read -bor [Rights]::Write
"$rights $($rights.HasFlag([Rights]::Write)) $($rights.HasFlag('Run')) $($rights -band 'Read') $([int]$rights) $([Rights]7)"
class Release : IComparable { [version]$Version; Release([string]$text) { $this.Version = $text }; [int] CompareTo([object]$other) { return $this.Version.CompareTo($other.Version) } }
$releases = '1.10', '1.9', '2.0' | ForEach-Object { [Release]::new($_) }
($releases | Sort-Object | ForEach-Object Version) -join ' '; $releases[0] -gt $releases[1]; ($releases | Sort-Object -Descending)[0].Version.Major
class Settings { [ValidateRange(1, 10)][int]$Threads = 2 }
$settings = [Settings]::new(); try { $settings.Threads = 50 } catch { $_.FullyQualifiedErrorId }; try { $settings.Threads = 'many' } catch { "$_" }
(5).GetType() | Out-Host
@('a').GetType().BaseType.FullName; (Get-Item .).GetType().BaseType.Name; [int].IsValueType
[version]'2.0' -eq '2.0'; "[$([DBNull]::Value)]"
$env:LANG_TEST = 'of the drive'; Get-Content env:LANG_TEST; Remove-Item env:LANG_TEST
$regex = [regex]'(?<key>\w+)=(?<value>\d+)'; $regex.GetGroupNames() -join ','
for ($match = $regex.Match('a=1; b=22'); $match.Success; $match = $match.NextMatch()) { "$($match.Groups['key'].Value): $($match.Groups['value']) at $($match.Index) $($match.Result('<${key}>'))" }
$regex.Match('a=1; b=22', 3).Value; [regex]::Unescape('a\tb').Length
'an error 1' | Select-String 'error 1' -SimpleMatch | ForEach-Object Pattern
try { throw [IO.FileNotFoundException]::new('no file', 'f.txt') } catch [IO.IOException] { "$_ $($_.Exception.FileName)" }
try { throw [ArgumentNullException]::new('path') } catch { "$_ $($_.Exception.ParamName)" }
try { [math]::Sqrt('x') } catch { $_.FullyQualifiedErrorId }
(1..6 | Select-Object -SkipIndex 0, 2) -join ','
$null = New-Item -ItemType Directory d; Set-Content f.txt x; Set-Content .hidden x
(Get-ChildItem -Attributes Directory).Name; (Get-ChildItem -Attributes !Directory+!Hidden).Name -join ','; (Get-ChildItem -Attributes Hidden).Name
(Get-ExecutionPolicy -List).Count
[hashtable]::new([StringComparer]::Ordinal) | ForEach-Object { $_['a'] = 1; $_.ContainsKey('A') }
#> Read, Write True False Read 3 Read, Write, Run
#> 1.9 1.10 2.0
#> True
#> 2
#> ExceptionWhenSetting
#> Exception setting "Threads": "Cannot convert value "many" to type "System.Int32". Error: "The input string 'many' was not in a correct format.""
#>>
#> IsPublic IsSerial Name                                     BaseType
#> -------- -------- ----                                     --------
#> True     True     Int32                                    System.ValueType
#>>
#> System.Array
#> FileSystemInfo
#> True
#> True
#> []
#> of the drive
#> 0,key,value
#> a: 1 at 0 <a>
#> b: 22 at 5 <b>
#> b=22
#> 3
#> error 1
#> no file f.txt
#> Value cannot be null. (Parameter 'path') path
#> MethodArgumentConversionInvalidCastArgument
#> 2,4,5,6
#> d
#> f.txt
#> .hidden
#> 5
#> False
