# XML node after node, and written without a declaration.
$settings = [Xml.XmlWriterSettings]::new(); $settings.Indent = $true; $settings.OmitXmlDeclaration = $true
$text = [IO.StringWriter]::new(); $writer = [Xml.XmlWriter]::Create($text, $settings); $writer.WriteStartDocument(); $writer.WriteStartElement('jobs')
foreach ($number in 1..2) { $writer.WriteStartElement('job'); $writer.WriteAttributeString('id', $number); $writer.WriteElementString('state', 'Done'); $writer.WriteEndElement() }
$writer.WriteEndElement(); $writer.WriteEndDocument(); $writer.Close(); $text.ToString()
Set-Content jobs.xml $text.ToString()
$reader = [Xml.XmlReader]::Create("$PWD/jobs.xml")
while ($reader.Read()) { if ($reader.NodeType -eq 'Element') { "$($reader.Depth) $($reader.Name) $($reader.GetAttribute('id'))" } elseif ($reader.NodeType -eq 'Text') { "text $($reader.Value)" } }
$reader.Close()
$reader = [Xml.XmlReader]::Create([IO.StringReader]::new('<a><b k="1">one</b><b k="2">two</b></a>'))
while ($reader.ReadToFollowing('b')) { "$($reader.GetAttribute('k')) $($reader.IsStartElement('b'))" }; $reader.EOF; $reader.Dispose()
try { $broken = [Xml.XmlReader]::Create([IO.StringReader]::new('<a><b></a>')); while ($broken.Read()) { } } catch { $_.Exception.InnerException.GetType().FullName }
#> <jobs>
#>   <job id="1">
#>     <state>Done</state>
#>   </job>
#>   <job id="2">
#>     <state>Done</state>
#>   </job>
#> </jobs>
#> 0 jobs
#> 1 job 1
#> 2 state
#> text Done
#> 1 job 2
#> 2 state
#> text Done
#> 1 True
#> 2 True
#> True
#> System.Xml.XmlException
