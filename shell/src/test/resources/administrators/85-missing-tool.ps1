# Download a tool if it is missing, unpack it and put it on the path
$ProgressPreference = 'SilentlyContinue'
$toolDir = "$env:OUT/tools"
$toolZip = "$toolDir/tool.zip"
if (-Not (Test-Path $toolDir)) { New-Item $toolDir -ItemType Directory | Out-Null }
if (-Not (Test-Path "$toolDir/bin/run.sh")) {
    Write-Host "Downloading tool..." -NoNewline
    $retry = 0
    while ($true) {
        try {
            Start-BitsTransfer -Source "$env:SRV/tool.zip" -Destination $toolZip -ErrorAction Stop
            Write-Host " done" -ForegroundColor Green
            break
        } catch {
            if (++$retry -ge 3) { throw }
            Start-Sleep -Seconds 1
        }
    }
    Expand-Archive $toolZip -DestinationPath $toolDir -Force
    Remove-Item $toolZip
}
$env:Path = "$toolDir/bin;" + $env:Path
Get-ChildItem $toolDir -Recurse | Where-Object { !$_.PSIsContainer } | ForEach-Object { Write-Output $_.Name }

#> Downloading tool... done
#> readme.txt
#> run.sh
