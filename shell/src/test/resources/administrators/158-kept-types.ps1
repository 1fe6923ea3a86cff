# Objects that come back from a file know what they were; objects as plain XML.
[pscustomobject]@{ Name = 'a'; Version = [version]'1.2.3'; Day = [DayOfWeek]::Monday } | Export-Clixml state.xml
$state = Import-Clixml state.xml; $state.PSTypeNames -join ','; "$($state.Version) $($state.Day)"; $state | Out-Host
Set-Content f.txt 'abc'; Get-Item f.txt | Export-Clixml file.xml; $file = Import-Clixml file.xml; $file.PSTypeNames -join ','; "$($file.Name) $($file.Length)"
Get-Item f.txt | Select-Object Name | Export-Clixml file.xml; (Import-Clixml file.xml).PSTypeNames[0]
@{ a = 1; b = @(1, 2); c = @{ d = 3 } } | Export-Clixml table.xml; $table = Import-Clixml table.xml; "$($table.GetType().Name) $($table.c.d) $($table.b.Count)"
try { Get-Item ./none -ErrorAction Stop } catch { $_ | Export-Clixml error.xml }
$failure = Import-Clixml error.xml; "$($failure.PSTypeNames[0]): $failure"
$xml = [pscustomobject]@{ Port = 80; Host = 'a & b'; Tag = $null } | ConvertTo-Xml; $xml.GetType().FullName; $xml.OuterXml
$xml.Objects.Object.Property | ForEach-Object { "$($_.Name)=$($_.'#text')" }
[pscustomobject]@{ A = 1; List = @(1, 2); Inner = [pscustomobject]@{ D = 1 }; Table = @{ k = 'v' } } | ConvertTo-Xml -As String
[pscustomobject]@{ Inner = [pscustomobject]@{ D = 1 } } | ConvertTo-Xml -As String -Depth 2 -NoTypeInformation
1, 'a' | ConvertTo-Xml -As Stream
#> Deserialized.System.Management.Automation.PSCustomObject,Deserialized.System.Object
#> 1.2.3 Monday
#>>
#> Name Version Day
#> ---- ------- ---
#> a    1.2.3   Monday
#>>
#> Deserialized.System.IO.FileInfo,Deserialized.System.IO.FileSystemInfo,Deserialized.System.MarshalByRefObject,Deserialized.System.Object
#> f.txt 4
#> Deserialized.Selected.System.IO.FileInfo
#> Hashtable 3 2
#> Deserialized.System.Management.Automation.ErrorRecord: Cannot find path '@OUT@/none' because it does not exist.
#> System.Xml.XmlDocument
#> <?xml version="1.0" encoding="utf-8"?><Objects><Object Type="System.Management.Automation.PSCustomObject"><Property Name="Port" Type="System.Int32">80</Property><Property Name="Host" Type="System.String">a &amp; b</Property><Property Name="Tag" /></Object></Objects>
#> Port=80
#> Host=a & b
#> Tag=
#> <?xml version="1.0" encoding="utf-8"?>
#> <Objects>
#>   <Object Type="System.Management.Automation.PSCustomObject">
#>     <Property Name="A" Type="System.Int32">1</Property>
#>     <Property Name="List" Type="System.Object[]">
#>       <Property Type="System.Int32">1</Property>
#>       <Property Type="System.Int32">2</Property>
#>     </Property>
#>     <Property Name="Inner" Type="System.Management.Automation.PSCustomObject">@{D=1}</Property>
#>     <Property Name="Table" Type="System.Collections.Hashtable">
#>       <Property Name="Key" Type="System.String">k</Property>
#>       <Property Name="Value" Type="System.String">v</Property>
#>     </Property>
#>   </Object>
#> </Objects>
#> <?xml version="1.0" encoding="utf-8"?>
#> <Objects>
#>   <Object>
#>     <Property Name="Inner">
#>       <Property Name="D">1</Property>
#>     </Property>
#>   </Object>
#> </Objects>
#> <?xml version="1.0" encoding="utf-8"?>
#> <Objects>
#>   <Object Type="System.Int32">1</Object>
#>   <Object Type="System.String">a</Object>
#> </Objects>
