$disk = [pscustomobject]@{ Drive = 'C'; SizeGB = 200; FreeGB = 20 }
$disk | Add-Member ScriptProperty FreePercent { [int](100 * $this.FreeGB / $this.SizeGB) } { param($value) $this.FreeGB = [int]($this.SizeGB * $value / 100) }
$disk | Add-Member -MemberType ScriptProperty -Name UsedGB -Value { $this.SizeGB - $this.FreeGB } -SecondValue { $this.FreeGB = $this.SizeGB - $args[0] }
$disk | Add-Member AliasProperty Volume Drive
$disk | Add-Member ScriptProperty Label { "$($this.Volume):" }
$disk.FreePercent = 50; "$($disk.FreeGB) free"
$disk.UsedGB = 150; "$($disk.FreeGB) free"
$disk.UsedGB += 10; "$($disk.FreePercent) %"
$disk.Volume = 'D'; "$($disk.Drive) $($disk.Label)"
try { $disk.Label = 'x' } catch { $_.Exception.Message }
$disk | Get-Member -MemberType Properties | ForEach-Object { "$($_.Name) $($_.MemberType)" }
$disk.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }
$disk.PSObject.Properties['UsedGB'].Value = 0; $disk.FreeGB
$disk | Select-Object Volume, @{ n = 'Half'; e = { $_.FreePercent / 2 } } | ForEach-Object { "$($_.Volume) $($_.Half)" }
$copy = $disk.PSObject.Copy(); $copy.FreePercent = 1; "$($copy.FreeGB) $($disk.FreeGB)"

# An object that is no custom one has the same
$file = Get-Item $PSCommandPath
$file | Add-Member ScriptProperty Kb { $this.Length / 1KB } { param($v) $this | Add-Member Wanted $v -Force }
$file | Add-Member AliasProperty Size Length
$file | Add-Member ScriptMethod Twice { 2 * $this.Length }
$file.Kb = 7; $file.Wanted
$file.Size -eq $file.Length
$file | Get-Member Kb, Size, Twice | ForEach-Object { "$($_.Name) $($_.MemberType)" }

try { $disk | Add-Member AliasProperty Same Same -ErrorAction Stop } catch { $_.Exception.Message }
try { $disk | Add-Member CodeProperty Code { 1 } } catch { $_.Exception.Message }
try { $disk | Add-Member NoteProperty Plain 1 { 2 } } catch { $_.Exception.Message }

#> 100 free
#> 50 free
#> 20 %
#> D D:
#> Set accessor for property "Label" is unavailable.
#> Drive NoteProperty
#> FreeGB NoteProperty
#> FreePercent ScriptProperty
#> Label ScriptProperty
#> SizeGB NoteProperty
#> UsedGB ScriptProperty
#> Volume AliasProperty
#> Drive=D
#> SizeGB=200
#> FreeGB=40
#> FreePercent=20
#> UsedGB=160
#> Volume=D
#> Label=D:
#> 200
#> D 50
#> 2 200
#> 7
#> True
#> Kb ScriptProperty
#> Size AliasProperty
#> Twice ScriptMethod
#> The alias "Same" would name itself. Give the name of another property as -Value.
#> 'CodeProperty' is no kind of member. Use NoteProperty, ScriptProperty, AliasProperty, ScriptMethod, PropertySet or MemberSet.
#> -SecondValue is the setter of a ScriptProperty; a NoteProperty takes none.
