# Members and views of types, and sets of properties of one object.
Update-TypeData -TypeName Test.Download -MemberType ScriptProperty -MemberName Speed -Value { '{0} MB/s' -f [math]::Round($this.Bytes / 1MB / $this.Seconds, 1) }
Update-TypeData -TypeName Test.Download -MemberType NoteProperty -MemberName Kind -Value 'download'
Update-TypeData -TypeName Test.Download -MemberType AliasProperty -MemberName Size -Value Bytes
Update-TypeData -TypeName Test.Download -MemberType ScriptMethod -MemberName Describe -Value { param($prefix) "$prefix$($this.Name) ($($this.Speed))" }
Update-TypeData -TypeName Test.Download -DefaultDisplayPropertySet Name, Speed
$download = [pscustomobject]@{ PSTypeName = 'Test.Download'; Name = 'big.iso'; Bytes = 50MB; Seconds = 4; Url = 'http://host/big.iso' }
"$($download.Speed) $($download.Kind) $($download.Size) $($download.Describe('> '))"
$download | Out-Host
$download | Format-List | Out-Host
$download | Format-List * | Out-Host
$download | Get-Member -MemberType ScriptProperty, AliasProperty, ScriptMethod | Out-Host
$download | ConvertTo-Json
$download | Select-Object Name, Speed | Out-Host
Update-TypeData -TypeName Test.Download -MemberType NoteProperty -MemberName Kind -Value 'again' -ErrorAction SilentlyContinue -ErrorVariable refused; $refused[0].FullyQualifiedErrorId
Update-TypeData -TypeName Test.Download -MemberType NoteProperty -MemberName Kind -Value 'again' -Force; $download.Kind
(Get-TypeData -TypeName Test.Download).Members.Keys -join ' '
Remove-TypeData -TypeName Test.Download; $null -eq $download.Speed
class Node3 { [int]$N = 3 }
class Leaf3 : Node3 { }
Update-TypeData -TypeName Node3 -MemberType ScriptMethod -MemberName Twice -Value { 2 * $this.N }
"$([Leaf3]::new().Twice()) $([Leaf3]::new().PSTypeNames -join ',')"; Remove-TypeData Node3
Update-TypeData -TypeName System.IO.FileInfo -MemberType ScriptProperty -MemberName Kilobytes -Value { [math]::Round($this.Length / 1KB, 1) }
Set-Content f.bin ('x' * 2047); (Get-Item f.bin).Kilobytes; Get-ChildItem | Select-Object Name, Kilobytes | Out-Host
Remove-TypeData System.IO.FileInfo
$job = [pscustomobject]@{ Id = 1; State = 'Error'; Url = 'http://host/a'; Retries = 3 }
$job | Add-Member -MemberType PropertySet -Name Short -Value 'Id', 'State'
$job | Select-Object Short | Out-Host
"$($job.Short)"
$set = New-Object System.Management.Automation.PSPropertySet('DefaultDisplayPropertySet', [string[]]('Id', 'Retries'))
$job | Add-Member MemberSet PSStandardMembers ([System.Management.Automation.PSMemberInfo[]]@($set))
$job | Out-Host
$job | Get-Member -MemberType PropertySet, MemberSet -Force | Out-Host
$job.PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames -join ','
$job.PSObject.Properties.Add([psnoteproperty]::new('Added', 7)); $job.Added
$job.PSObject.TypeNames.Insert(0, 'My.Job'); $job.PSTypeNames -join ','
$job | Add-Member -TypeName Other.Job; $job.PSTypeNames[0]
$file = Get-Item f.bin; $file.PSTypeNames.Insert(0, 'My.File'); $file.PSTypeNames[0..1] -join ','
#> 12.5 MB/s download 52428800 > big.iso (12.5 MB/s)
#>>
#> Name    Speed
#> ----    -----
#> big.iso 12.5 MB/s
#>>
#>>
#> Name  : big.iso
#> Speed : 12.5 MB/s
#>>
#>>
#> Name    : big.iso
#> Bytes   : 52428800
#> Seconds : 4
#> Url     : http://host/big.iso
#> Speed   : 12.5 MB/s
#> Kind    : download
#> Size    : 52428800
#>>
#>>
#>    TypeName: Test.Download
#>>
#> Name     MemberType     Definition
#> ----     ----------     ----------
#> Size     AliasProperty  Size = Bytes
#> Speed    ScriptProperty System.Object Speed {get= '{0} MB/s' -f [math]::Round($this.Bytes / 1MB / $this.Seconds, 1) ;}
#> Describe ScriptMethod   System.Object Describe();
#>>
#> {
#>   "Name": "big.iso",
#>   "Bytes": 52428800,
#>   "Seconds": 4,
#>   "Url": "http://host/big.iso",
#>   "Speed": "12.5 MB/s",
#>   "Kind": "download",
#>   "Size": 52428800
#> }
#>>
#> Name    Speed
#> ----    -----
#> big.iso 12.5 MB/s
#>>
#> TypesDynamicUpdateException,Microsoft.PowerShell.Commands.UpdateTypeDataCommand
#> again
#> Speed Kind Size Describe
#> True
#> 6 Leaf3,Node3,System.Object
#> 2
#>>
#> Name  Kilobytes
#> ----  ---------
#> f.bin         2
#>>
#>>
#> Id State
#> -- -----
#>  1 Error
#>>
#> Short {Id, State}
#>>
#> Id Retries
#> -- -------
#>  1       3
#>>
#>>
#>    TypeName: System.Management.Automation.PSCustomObject
#>>
#> Name              MemberType  Definition
#> ----              ----------  ----------
#> PSStandardMembers MemberSet   PSStandardMembers {DefaultDisplayPropertySet}
#> Short             PropertySet Short {Id, State}
#>>
#> Id,Retries
#> 7
#> My.Job,System.Management.Automation.PSCustomObject,System.Object
#> Other.Job
#> My.File,System.IO.FileInfo
