1..3 | ForEach-Object { $null = Start-BitsTransfer -Source "http://server/f$_" -Destination "f$_" -Suspended -DisplayName "Old $_" }
Start-BitsTransfer http://server/missing m -Asynchronous -DisplayName 'Broken' | Out-Null
Start-Sleep -Seconds 2

$all = Get-BitsTransfer -AllUsers
"jobs: $($all.Count)"
$all | Where-Object { $_.JobState -like '*Error' } | Remove-BitsTransfer
$all | Group-Object { $_.JobState } -NoElement | Out-Null
Get-BitsTransfer | ? { $_.DisplayName -match '^Old (\d)$' -and [int]$Matches[1] -ge 2 } | % {
    "removing $($_.DisplayName)"
    Remove-BitsTransfer -BitsJob $_
}
Get-BitsTransfer | Remove-BitsTransfer
"left: $(@(Get-BitsTransfer).Count)"
$none = Get-BitsTransfer
$none | Remove-BitsTransfer
if (!(Get-BitsTransfer)) { 'queue is empty' }
#> jobs: 4
#> removing Old 2
#> removing Old 3
#> left: 0
#> queue is empty
