#requires -version 4
Param(
    [parameter(Mandatory = $false, HelpMessage = "Where packages are listed")]
    [ValidateNotNullOrEmpty()]
    $ListUrl = ($env:SRV + "/packages.csv"),
    [parameter(Mandatory = $false)]
    [switch]$Force
)
Begin {
    $LogPath = Join-Path -Path $env:OUT -ChildPath "Sync.log"
    function Write-CMLogEntry {
        param([string]$Value, [ValidateSet('1', '2', '3')][string]$Severity = '1')
        $Time = -join @((Get-Date '2024-05-01 08:09:10' -Format "HH:mm:ss.fff"), "+000")
        $Date = (Get-Date '2024-05-01' -Format "MM-dd-yyyy")
        $Context = $([System.Environment]::UserName).Length -gt 0
        $LogText = "<![LOG[$($Value)]LOG]!><time=""$($Time)"" date=""$($Date)"" component=""Sync"" context=""$($Context)"" type=""$($Severity)"" thread=""1"" file="""">"
        try { Add-Content -Value $LogText -LiteralPath $LogPath -ErrorAction Stop }
        catch [System.Exception] { Write-Warning -Message "Unable to append log entry" }
    }
    $Summary = New-Object -TypeName System.Collections.ArrayList
}
Process {
    Write-CMLogEntry -Value "Reading list"
    $Packages = (Invoke-WebRequest -Uri $ListUrl -UseBasicParsing).Content | ConvertFrom-Csv
    $Total = ($Packages | Measure-Object).Count
    $Index = 0
    foreach ($Package in ($Packages | Sort-Object -Property @{Expression = "Enabled"; Descending = $true }, @{Expression = "Name"; Descending = $false })) {
        $Index++
        Write-Progress -Activity "Sync" -Status "$($Index) of $($Total)" -PercentComplete (($Index / $Total) * 100)
        if ($Package.Enabled -notlike "TRUE" -and (-not($Force))) {
            Write-CMLogEntry -Value "Skip $($Package.Name)" -Severity 2
            continue
        }
        $State = switch ($Package.Version) {
            { [version]$_ -ge [version]"3.0" } { "new"; break }
            { [version]$_ -lt [version]"1.0" } { "old"; break }
            default { "current" }
        }
        try {
            $Splat = @{ Source = $Package.Url; Destination = (Join-Path $env:OUT $Package.FileName); ErrorAction = "Stop"; Description = "Sync" }
            Start-BitsTransfer @Splat
            $Result = "Done"
        }
        catch [System.Exception] {
            $Result = "Failed"
            Write-CMLogEntry -Value "Error $($_.Exception.Message.Split(':')[0])" -Severity 3
        }
        $Summary.Add([PSCustomObject]@{ Package = $Package.Name; State = $State; Result = $Result }) | Out-Null
    }
}
End {
    $Summary | Format-Table -AutoSize
    "Log lines: {0}" -f (Get-Content -Path $LogPath | Measure-Object -Line).Lines
    Select-String -Path $LogPath -Pattern 'type="([23])"' | ForEach-Object { $_.Matches[0].Groups[1].Value } | Group-Object | Sort-Object Name | ForEach-Object { "severity $($_.Name): $($_.Count)" }
}

#>>
#> Package        State   Result
#> -------        -----   ------
#> Alpha          current Done
#> Delta          old     Failed
#> Gamma, special new     Done
#>>
#> Log lines: 3
#> severity 2: 1
#> severity 3: 1
