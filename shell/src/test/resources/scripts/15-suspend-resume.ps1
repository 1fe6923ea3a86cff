$Bits = Start-BitsTransfer -DisplayName "MyJob" -Source http://server/file1 -Destination file1 -Suspended
$Bits.JobState
$Bits | Set-BitsTransfer -Priority High | Select-Object -ExpandProperty Priority
Get-BitsTransfer -Name My* | Suspend-BitsTransfer | % { $_.DisplayName + ': ' + $_.JobState }
do { $state = "$($Bits.JobState)"; if ($state -eq 'Suspended') { $null = Resume-BitsTransfer $Bits -Asynchronous }; sleep 1 }
until ($state -ceq 'Transferred')
Complete-BitsTransfer $Bits
"bytes: $((Get-Content file1).Length)"
#> Suspended
#> High
#> MyJob: Suspended
#> bytes: 19
