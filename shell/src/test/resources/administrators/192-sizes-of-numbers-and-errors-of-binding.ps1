# Small numbers keep their type; rules see converted values; errors tell what a script asks them for
([byte]7).GetType().Name; ([int16]-3).GetType().Name; ([uint16]7).GetType().Name; ([sbyte]-1).GetType().Name; ([single]0.5).GetType().Name
[byte]200 + [byte]100; [single](1 / 3); [uint16]::MaxValue; ([byte[]](1, 2))[0] -is [byte]; 5 -is [byte]
try { [byte]256 } catch { $_.Exception.Message }
[BitConverter]::GetBytes([int16]1).Count; [BitConverter]::GetBytes([single]1).Count; '{0:x2}' -f [byte]10
([byte[]](3, 1, 2) | Sort-Object) -join ' '; [byte]5 -eq 5; @{ 5 = 'five' }[[int][byte]5]

function Get-Mask([ValidateRange(8, 30)][int]$Prefix) { "/$Prefix" }
Get-Mask '12'
function Get-Part { [CmdletBinding()] param([Parameter(Mandatory)][ValidateSet('a', 'b')][string]$Name) $Name }
try { Get-Part -Name c } catch { $_.CategoryInfo.Category; $_.Exception.ParameterName; $_.Exception.ErrorId }
function Test-Gate { [CmdletBinding()] param([bool]$Open) if (-not $Open) { $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new([Exception]::new('closed'), 'Closed', 'InvalidResult', $null)) } }
Test-Gate $false 2>$null && 'through' || 'not through'
Test-Gate $true && 'through' || 'not through'

class Release : IComparable {
    [int]$Number
    Release([int]$n) { $this.Number = $n }
    [int] CompareTo([object]$other) { return $this.Number.CompareTo($other.Number) }
    [bool] Equals([object]$other) { return $this.Number -eq $other.Number }
    [string] ToString() { return "r$($this.Number)" }
}
$ten, $nine = [Release]10, [Release]9
"$($ten -gt $nine) $($ten -eq [Release]10) $(($ten, $nine | Sort-Object) -join ' ')"
class GateError : FormatException { GateError([string]$m) : base($m) {} }
$e = [GateError]::new('x'); "$($e -is [SystemException]) $($e -is [IO.IOException])"

function Send-All { Write-Warning 'low'; Write-Information 'noted' -Tags audit, disk -InformationAction Continue; Write-Host 'shown'; 'out' }
$log = Join-Path $env:OUT 'all.log'
Send-All 3>&1 6>&1 > $log; @(Get-Content $log | Where-Object { $_ }).Count
& { [CmdletBinding()] param() Send-All } -InformationVariable told 3>$null 6>$null | Out-Null
$told | ForEach-Object { "$($_.MessageData): $($_.Tags -join ',')" }

$root = [uri]'http://mirror.local/pub/os/list.html'
$root.MakeRelativeUri([uri]'http://mirror.local/pub/tools/a.zip').ToString(); $root.IsBaseOf([uri]'http://mirror.local/pub/os/b'); $root.GetLeftPart('Authority')
[datetime]::TryParse('2023-02-29', [ref][datetime]::MinValue); [datetimeoffset]::new(2024, 3, 1, 1, 0, 0, [timespan]::FromHours(2)).ToUnixTimeSeconds()
$h = [Security.Cryptography.IncrementalHash]::CreateHash([Security.Cryptography.HashAlgorithmName]::SHA256)
$h.AppendData([byte[]](97)); $h.AppendData([byte[]](98, 99)); [BitConverter]::ToString($h.GetHashAndReset()).Substring(0, 11)
function Get-Place { param($File = "$Directory/list.txt", $Directory = '/none') $File }
Get-Place -Directory /srv
$web = New-Object System.Net.WebClient; $web.Headers.Set('X-Part', '1'); $web.Headers['X-Part']
Start-Job -InitializationScript { $factor = 3; function Get-Unit { 'm' } } -ScriptBlock { $input | ForEach-Object { "$($_ * $factor) $(Get-Unit)" } } -InputObject (1..2) | Receive-Job -Wait
Register-EngineEvent quiet -Action { 1 } -SupportEvent; Register-EngineEvent loud
"$((Get-EventSubscriber).SourceIdentifier) of $(@(Get-EventSubscriber -Force).Count)"; Get-EventSubscriber -Force | Unregister-Event -Force; @(Get-EventSubscriber -Force).Count
@([decimal]1.0, 1, '1', 'a', 'A' | Get-Unique).Count; @([decimal]1.0, 1, '1' | Get-Unique -AsString).Count
#> Byte
#> Int16
#> UInt16
#> SByte
#> Single
#> 300
#> 0.33333334
#> 65535
#> True
#> False
#> Cannot convert value "256" to type "System.Byte". Error: "Value was either too large or too small for an unsigned byte."
#> 2
#> 4
#> 0a
#> 1 2 3
#> True
#> five
#> /12
#> InvalidData
#> Name
#> ParameterArgumentValidationError
#> not through
#> through
#> True True r9 r10
#> True False
#> 4
#> noted: audit,disk
#> shown: PSHOST
#> ../tools/a.zip
#> True
#> http://mirror.local
#> False
#> 1709247600
#> BA-78-16-BF
#> /srv/list.txt
#> 1
#> 3 m
#> 6 m
#> loud of 2
#> 0
#> 3
#> 2
