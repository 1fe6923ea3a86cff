# Members on files and jobs, named numbers in order, lines around a match.
Set-Content "$env:OUT/a.log" 'one', 'two', 'ERROR three', 'four', 'five'
$file = Get-Item "$env:OUT/a.log" | Add-Member -NotePropertyName Owner -NotePropertyValue 'ops' -PassThru
$file | Add-Member ScriptProperty Doubled { $this.Length * 2 }
"$($file.Owner) $($file.Doubled - 2 * $file.Length)"
$file | Select-Object Name, Owner
$job = Start-BitsTransfer "$env:SRV/file1.txt" "$env:OUT/f1.txt" -Suspended -DisplayName marked
$job | Add-Member Ticket 4711
"$($job.DisplayName) $($job.Ticket)"; $job | Select-Object DisplayName, Ticket | ConvertTo-Json -Compress
$job | Remove-BitsTransfer
enum Level { Low; Middle; High }
class Task { [string]$Name; [Level]$Level; [datetime]$Due; Task($n, $l) { $this.Name = $n; $this.Level = $l } }
[Task]::new('a', 'Middle'), [Task]::new('b', 'High'), [Task]::new('c', 'Low') | Sort-Object Level -Descending | ForEach-Object Name
$fresh = [Task]::new('d', 0); $fresh.Level; $fresh.Due.Year
$hit = Get-Content "$env:OUT/a.log" | Select-String ERROR -Context 1, 2
$hit.Context.PreContext; $hit.Context.PostContext -join '+'
"$(Select-String "$env:OUT/a.log" -Pattern five -Context 1)"
function Get-Outer { [CmdletBinding()] param($Name, [switch]$Deep) Get-Inner @PSBoundParameters }
function Get-Inner { [CmdletBinding()] param($Name, [switch]$Deep) Write-Verbose 'inner speaks'; "$Name $Deep $($MyInvocation.MyCommand.Name) $(($PSBoundParameters.Keys | Sort-Object) -join ',')" }
Get-Outer -Name n -Deep -Verbose 4>&1 | ForEach-Object { "$_" }
('a', 'b').ForEach('ToUpper') -join ''
try { [byte]300 } catch { $_.Exception.Message }
Test-Path "$env:OUT/a.log" -NewerThan (Get-Date).AddHours(-1); Test-Path "$env:OUT/a.log" -OlderThan (Get-Date).AddHours(-1)
Set-ItemProperty "$env:OUT/a.log" IsReadOnly $true; (Get-Item "$env:OUT/a.log").IsReadOnly; Set-ItemProperty "$env:OUT/a.log" IsReadOnly $false
[datetime]::new(2024, 1, 2, 3, 4, 5, 'Utc').Kind
(Get-Command Start-BitsTransfer).Parameters['Source'].ParameterType.Name
#> ops 0
#>>
#> Name  Owner
#> ----  -----
#> a.log ops
#> marked 4711
#> {"DisplayName":"marked","Ticket":4711}
#> b
#> a
#> c
#> Low
#> 1
#> two
#> four+five
#>   a.log:4:four
#> > a.log:5:five
#> inner speaks
#> n True Get-Inner Deep,Name,Verbose
#> AB
#> Cannot convert value "300" to type "System.Byte". Error: "Value was either too large or too small for an unsigned byte."
#> True
#> False
#> True
#> Utc
#> String[]
#>>
