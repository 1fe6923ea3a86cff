$jobs = Get-BitsTransfer -ErrorAction SilentlyContinue
if ($jobs -ne $null) { $jobs | Remove-BitsTransfer }
$Source = @("$env:SRV/file1.txt","$env:SRV/file2.txt","$env:SRV/file3.txt")
$dest = $env:OUT
$count = 0
foreach ($s in $Source) {
    $count++
    $name = $s.Substring($s.LastIndexOf("/") + 1)
    $percent = [Math]::Round((($count / $Source.Count) * 100), 0)
    Write-Progress -Id 1 -Activity "Copying files" -CurrentOperation $name -Status ("{0}% complete" -f $percent) -PercentComplete $percent
    $bj = Start-BitsTransfer -Source $s -Destination "$dest\$name".Replace('\', '/') -DisplayName "Copy_$name" -Asynchronous -Priority High
    While (($bj.JobState.ToString() -eq 'Transferring') -or ($bj.JobState.ToString() -eq 'Connecting')) {
        $pct = [int](($bj.BytesTransferred*100) / $bj.BytesTotal)
        Write-Progress -Id 2 -ParentId 1 -Activity "Copying file $name" -PercentComplete $pct
        sleep -Milliseconds 50
    }
    If ($bj.JobState -eq "Transferred") { Complete-BitsTransfer -BitsJob $bj } else { $bj | fl; Remove-BitsTransfer $bj }
}
Write-Progress -Id 2 -Activity "Copying" -Completed
(gci $dest | measure).Count
gci $dest | sort Name | % { "{0,-12} {1,5}" -f $_.Name, $_.Length }

#> 3
#> file1.txt       10
#> file2.txt       10
#> file3.txt       10
