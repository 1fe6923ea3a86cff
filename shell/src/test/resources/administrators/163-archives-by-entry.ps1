# Archives that are made entry by entry, more collections, addresses, what commands tell of themselves.
$null = New-Item -ItemType Directory in; Set-Content in/a.txt 'alpha'; Set-Content in/b.txt 'beta'
$zip = [IO.Compression.ZipFile]::Open("$PWD/made.zip", 'Create')
$null = [IO.Compression.ZipFileExtensions]::CreateEntryFromFile($zip, "$PWD/in/a.txt", 'docs/a.txt')
$writer = [IO.StreamWriter]::new($zip.CreateEntry('note.txt').Open()); $writer.Write('a note'); $writer.Dispose(); $zip.Dispose()
$zip = [IO.Compression.ZipFile]::OpenRead("$PWD/made.zip"); $zip.Entries | ForEach-Object { "$($_.FullName) $($_.Length)" }
$reader = [IO.StreamReader]::new($zip.GetEntry('note.txt').Open()); $reader.ReadToEnd(); $reader.Close(); $zip.Dispose()
$zip = [IO.Compression.ZipFile]::Open("$PWD/made.zip", [IO.Compression.ZipArchiveMode]::Update)
$zip.GetEntry('note.txt').Delete(); $null = [IO.Compression.ZipFileExtensions]::CreateEntryFromFile($zip, "$PWD/in/b.txt", 'docs/b.txt'); $zip.Dispose()
Expand-Archive made.zip out; (Get-ChildItem out -Recurse -File).Name -join ','
try { [IO.Compression.ZipFile]::Open("$PWD/made.zip", 'Create') } catch { $_.Exception.InnerException.GetType().Name }
Get-ChildItem -Filter *.tmp | ForEach-Object Name
$counts = [Collections.Concurrent.ConcurrentDictionary[string, int]]::new()
'a', 'b', 'a' | ForEach-Object { $null = $counts.AddOrUpdate($_, 1, { param($key, $old) $old + 1 }) }; "$($counts['a']) $($counts['b']) $($counts.GetOrAdd('c', { 7 }))"
$stack = [Collections.Concurrent.ConcurrentStack[int]]::new(); $stack.Push(3); $top = 0; "$($stack.TryPop([ref]$top)) $top"
$pair = [Collections.Generic.KeyValuePair[string, int]]::new('k', 2); "$($pair.Key)=$($pair.Value)"
$query = [Collections.Specialized.NameValueCollection]::new(); $query.Add('x', '1'); "$($query['x']) $($query.AllKeys)"
([uri]'https://host:8443/a/b?q=1').GetLeftPart('Authority'); ([uri]'https://host/a/b?q=1').GetLeftPart([UriPartial]::Path)
function Get-Thing { [CmdletBinding()] param([Parameter(Mandatory, Position = 0)][string]$Name, [switch]$Long) $Name }
Get-Command Get-Thing -Syntax
(Get-Command Get-Thing).Parameters['Name'].Attributes.Mandatory; (Get-Command Get-ChildItem).Parameters['Path'].Attributes[0].Position
#> docs/a.txt 6
#> note.txt 6
#> a note
#> a.txt,b.txt
#> IOException
#> 2 1 7
#> True 3
#> k=2
#> 1 x
#> https://host:8443
#> https://host/a/b
#> Get-Thing [-Name] <string> [-Long] [<CommonParameters>]
#> True
#> 0
