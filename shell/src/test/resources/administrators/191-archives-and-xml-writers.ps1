# Archives made, changed and read entry by entry; XML written from its beginning to its end
Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
$zip = Join-Path $env:OUT 'set.zip'; $note = Join-Path $env:OUT 'note.txt'
Set-Content $note 'a note'
$a = [IO.Compression.ZipFile]::Open($zip, 'Create')
[void][IO.Compression.ZipFileExtensions]::CreateEntryFromFile($a, $note, 'docs/note.txt')
$w = [IO.StreamWriter]::new($a.CreateEntry('info.txt').Open()); $w.Write('version 1'); $w.Close()
$a.Dispose()
$a = [IO.Compression.ZipFile]::Open($zip, [IO.Compression.ZipArchiveMode]::Update)
$w = [IO.StreamWriter]::new($a.GetEntry('info.txt').Open()); $w.BaseStream.SetLength(0); $w.Write('version 2!'); $w.Dispose()
$a.GetEntry('docs/note.txt').Delete(); [void]$a.CreateEntry('empty.txt')
$a.Dispose()
$a = [IO.Compression.ZipFile]::OpenRead($zip)
$a.Entries | ForEach-Object { "$($_.FullName) $($_.Length)" }
$r = [IO.StreamReader]::new($a.GetEntry('info.txt').Open()); $r.ReadToEnd(); $r.Close()
[IO.Compression.ZipFileExtensions]::ExtractToFile($a.GetEntry('info.txt'), $note, $true); Get-Content $note
$a.Dispose()
try { [IO.Compression.ZipFile]::OpenRead($note) } catch { $_.Exception.InnerException.GetType().FullName }

$xml = Join-Path $env:OUT 'set.xml'
$x = New-Object System.Xml.XmlTextWriter($xml, $null)
$x.Formatting = 'Indented'; $x.Indentation = 1; $x.IndentChar = "`t"
$x.WriteStartDocument(); $x.WriteComment(' made by a script ')
$x.WriteStartElement('jobs'); $x.WriteAttributeString('count', 2)
$x.WriteElementString('job', 'a < b & "c"'); $x.WriteStartElement('job'); $x.WriteAttributeString('note', 'say "hi"'); $x.WriteEndElement()
$x.WriteStartElement('mixed'); $x.WriteString('text '); $x.WriteElementString('b', 'bold'); $x.WriteEndElement()
$x.WriteEndElement(); $x.WriteEndDocument(); $x.Flush(); $x.Close()
(Get-Content $xml) -replace "`t", '>'
([xml](Get-Content $xml)).jobs.job[0]

$set = [System.Xml.XmlWriterSettings]::new(); $set.Indent = $true; $set.IndentChars = '    '; $set.OmitXmlDeclaration = $true
$text = [Text.StringBuilder]::new()
$x = [System.Xml.XmlWriter]::Create($text, $set)
$x.WriteStartElement('p', 'urn', 'urn:app'); $x.WriteElementString('one', 'urn:other', 1); $x.WriteCData('<raw>'); $x.Dispose()
$text.ToString()
#> info.txt 10
#> empty.txt 0
#> version 2!
#> version 2!
#> System.IO.InvalidDataException
#> <?xml version="1.0" encoding="utf-8"?>
#> <!-- made by a script -->
#> <jobs count="2">
#> ><job>a &lt; b &amp; "c"</job>
#> ><job note="say &quot;hi&quot;" />
#> ><mixed>text <b>bold</b></mixed>
#> </jobs>
#> a < b & "c"
#> <p:urn xmlns:p="urn:app">
#>     <one xmlns="urn:other">1</one><![CDATA[<raw>]]></p:urn>
