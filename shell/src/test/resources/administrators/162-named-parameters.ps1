# Parameters that scripts name, and things that Windows calls otherwise.
$env:Lang_Test = 'a'; "$env:LANG_TEST"; Remove-Item env:Lang_Test
'a', 'A', 'b' | Select-Object -Unique -CaseInsensitive
(1..5 | ForEach-Object { $script:seen = $_; $_ } | Select-Object -First 2 -Wait) -join ','; $seen
Set-Alias -Name now -Value Get-Date -Option AllScope -Scope Global -Description 'the time'; (now).GetType().Name
function Get-Own { $own = 1; (Get-Variable -Scope Local -Name own).Value }; Get-Own
Write-Information 'told' -Tags news, file -InformationVariable told; "$told $($told[0].Tags)"
Invoke-Command -ComputerName localhost { "here $($args[0])" } -ArgumentList 5
try { Invoke-Command -ComputerName elsewhere.example { 1 } -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
Get-Module -FullyQualifiedName @{ ModuleName = 'BitsTransfer'; ModuleVersion = '1.0' } | ForEach-Object Name
(Get-Module BitsTransfer -ListAvailable).Version -ge [version]'1.0'; (Get-Location).Provider.Name
Set-Content a.log 1; Set-Content b.txt 2; (Get-Item * -Exclude *.log).Name; Get-Content * -Include *.txt; Test-Path * -Include *.none
Get-ChildItem -ReadOnly; Select-String -Path * -Pattern '\d' -Exclude *.log | ForEach-Object Filename
1, 2, 3 | Export-Clixml numbers.xml; (Import-Clixml numbers.xml -Skip 1 -First 1)
try { Get-Item ./none -ErrorAction Stop } catch { $_ | Format-Table -Force | Out-String | ForEach-Object { $_ -match 'Exception' } }
[timespan]'1:00' -is [IComparable]; 'a' -is [Collections.IEnumerable]; @{} -is [Collections.ICollection]; (Get-Item .) -is [IO.FileSystemInfo]
([timespan]'1:00:00').Add('0:30:00').TotalHours; ([timespan]'1:00:00').Multiply(1.5).TotalHours
'é'.Normalize([Text.NormalizationForm]::FormD).Length
$job = Start-Job { 1 }; $null = Wait-Job $job -Force; (Get-Job -Newest 1).State; Remove-Job $job
Test-NetConnection 127.0.0.1 -InformationLevel Quiet
#> a
#> a
#> b
#> 1,2
#> 5
#> DateTime
#> 1
#> told news file
#> here 5
#> CannotConnect,Microsoft.PowerShell.Commands.InvokeCommandCommand
#> BitsTransfer
#> True
#> FileSystem
#> b.txt
#> 2
#> False
#> b.txt
#> 2
#> True
#> True
#> True
#> True
#> True
#> 1.5
#> 1.5
#> 2
#> Completed
#> True
