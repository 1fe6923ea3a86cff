[xml]$doc = @"
<config>
  <proxy enabled="false" />
  <paths><path>one</path><path>two</path></paths>
</config>
"@
$doc.config.proxy.enabled = 'true'
$node = $doc.CreateElement('path')
$node.InnerText = 'three'
[void]$doc.config.paths.AppendChild($node)
$doc.config.paths.path -join ','
$doc.config.SetAttribute('version', '2')
$file = "$env:OUT/config.xml"
$doc.Save($file)
$again = [xml](Get-Content $file)
$again.config.version
$again.config.proxy.enabled
$again.SelectNodes('//path').Count
foreach ($n in $again.SelectNodes('//path')) { $n.InnerText.ToUpper() }
$again.config.ChildNodes | ForEach-Object { $_.LocalName }
$again.config.paths.HasChildNodes
$xmlText = '<r><i id="1">a</i><i id="2">b</i></r>'
($xmlText | Select-Xml -XPath '//i[@id="2"]').Node.InnerText
([xml]$xmlText).r.i | Where-Object { $_.id -eq '1' } | ForEach-Object { $_.'#text' }
([xml]$xmlText).OuterXml.Length
$ns = [xml]'<a xmlns="urn:x"><b>1</b></a>'
$m = New-Object System.Xml.XmlNamespaceManager $ns.NameTable
$m.AddNamespace('p', 'urn:x')
$ns.SelectSingleNode('//p:b', $m).InnerText
try { [xml]'<broken>' } catch { 'not well formed: ' + $_.Exception.GetType().Name }
$null -eq $doc.config.missing

#> one,two,three
#> 2
#> true
#> 3
#> ONE
#> TWO
#> THREE
#> proxy
#> paths
#> True
#> b
#> a
#> 37
#> 1
#> not well formed: PSInvalidCastException
#> True
