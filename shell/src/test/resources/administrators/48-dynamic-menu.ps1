$menu = [ordered]@{
    '1' = @{ Title = 'List'; Action = { Get-BitsTransfer | Select-Object DisplayName } }
    '2' = @{ Title = 'Start'; Action = { param($n) Start-BitsTransfer "$env:SRV/$n" "$env:OUT/$n" -Asynchronous -DisplayName $n } }
    'q' = @{ Title = 'Quit'; Action = $null }
}
function Show-Menu {
    param([string]$Title = 'Menu')
    $line = '=' * 10
    Write-Host "$line $Title $line"
    foreach ($entry in $menu.GetEnumerator()) { Write-Host "  $($entry.Key): $($entry.Value.Title)" }
}
Show-Menu -Title 'Transfers'
$choices = '2', '1', 'x', 'q'
$index = 0
do {
    $choice = $choices[$index++]
    switch ($choice) {
        { $menu.Contains($_) -and $menu[$_].Action } {
            $result = & $menu[$_].Action 'file1.txt'
            Write-Host "-> $($result.DisplayName)"
        }
        'q' { Write-Host 'bye'; break }
        default { Write-Host "no such choice '$choice'" }
    }
} until ($choice -eq 'q')
Get-BitsTransfer | ForEach-Object {
    $t = $_
    while ($t.JobState -notin 'Transferred', 'Error') { Start-Sleep -Milliseconds 50 }
    $t | Complete-BitsTransfer
}
Test-Path "$env:OUT/file1.txt"

#> ========== Transfers ==========
#>   1: List
#>   2: Start
#>   q: Quit
#> -> file1.txt
#> -> file1.txt
#> no such choice 'x'
#> bye
#> True
