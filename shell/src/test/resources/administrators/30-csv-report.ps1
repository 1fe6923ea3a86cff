$csv = Join-Path $env:OUT packages.csv
Start-BitsTransfer -Source "$env:SRV/packages.csv" -Destination $csv
$rows = Import-Csv -Path $csv | Where-Object { [bool]::Parse($_.Enabled) }
$report = foreach ($row in $rows) {
    $status = 'OK'; $err = $null
    Start-BitsTransfer -Source $row.Url -Destination (Join-Path $env:OUT $row.FileName) -ErrorAction SilentlyContinue -ErrorVariable err
    if ($err) { $status = "Failed ($($err[0].FullyQualifiedErrorId.Split(',')[0]))" }
    New-Object PSObject -Property ([ordered]@{
        Name    = $row.Name
        Version = [version]$row.Version
        SizeMB  = [double]$row.SizeMB
        Status  = $status
    })
}
$report | Sort-Object -Property Version -Descending | Format-Table Name, Version, @{ Label = 'Size'; Expression = { '{0:N2}' -f $_.SizeMB }; Alignment = 'Right' }, Status -AutoSize
$total = ($report | Measure-Object -Property SizeMB -Sum -Average)
"Total {0:F2} MB, average {1:F2} MB" -f $total.Sum, $total.Average
$report | Group-Object { $_.Status -eq 'OK' } | ForEach-Object { "$($_.Name): $($_.Count)" }
$report | Export-Csv "$env:OUT/report.csv" -NoTypeInformation
(Get-Content "$env:OUT/report.csv")[0]
exit ([int](@($report | ? Status -ne 'OK').Count -gt 0))

#>>
#> Name           Version Size Status
#> ----           ------- ---- ------
#> Gamma, special 3.10.4  0.75 OK
#> Alpha          1.2.0   1.50 OK
#> Delta          0.9     3.00 Failed (StartBitsTransferCOMException)
#>>
#> Total 5.25 MB, average 1.75 MB
#> False: 1
#> True: 2
#> "Name","Version","SizeMB","Status"
#! 1
